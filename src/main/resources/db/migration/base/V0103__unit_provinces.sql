-- Provinces of a code: asked with every figure of the country.
create index unit_province on unit.unit (province) where level = 'PROVINCE';

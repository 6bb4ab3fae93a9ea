-- How many units must report in a province of today, in any year: counted in the index alone.
create index unit_counted on unit.unit (province, level) include (valid_from, valid_to);

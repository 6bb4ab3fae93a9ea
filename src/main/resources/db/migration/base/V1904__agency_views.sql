-- What other modules may read of agencies in SQL.
create view agency.agency_v as select id, unit, level, kind, name, valid_from, valid_to from agency.agency;
comment on view agency.agency_v is 'Every agency there ever was: its unit and level, its kind (UBND: the People''s Committee; blank: added here), its name without the place, and the days [valid_from, valid_to) it existed.';

-- What other modules may read of units in SQL. A view is a contract: columns may be added, none changes its meaning.
create view unit.unit_v as select id, level, province, valid_from, valid_to from unit.unit;
comment on view unit.unit_v is 'Every unit there ever was: its level, the code of the province of today that it lies in (0: the country), and the days [valid_from, valid_to) it existed.';

create view unit.name_v as select unit, valid_from, valid_to, code, type, name, full_name from unit.unit_name;
comment on view unit.name_v is 'Every name that a unit bore on the days [valid_from, valid_to): one row a unit and day. name: without the type; full_name: with it; code: official, blank for villages.';

create view unit.type_v as select type, vi, en, urban from unit.unit_type;
comment on view unit.type_v is 'What a unit can be, such as WARD, with its words in both languages.';

create view unit.succession_v as select from_unit, to_unit, share, on_date from unit.succession;
comment on view unit.succession_v is 'Which unit took over from which on a day. share: FULL all of it, REMAINDER what was left of it, PART one of several parts.';

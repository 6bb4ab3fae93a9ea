create or replace view unit.name_v as select unit, valid_from, valid_to, code, type, name, full_name, search from unit.unit_name;
comment on view unit.name_v is 'Every name that a unit bore on the days [valid_from, valid_to): one row a unit and day. name: without the type; full_name: with it; code: official, blank for villages; search: folded for public.holds.';

create view unit.last_name_v as
    select n.unit, n.name, n.full_name
    from unit.unit u join unit.unit_name n on n.unit = u.id and n.valid_to = u.valid_to;
comment on view unit.last_name_v is 'Every unit by the name it bears today, or bore when it ended: what lists are sorted by.';

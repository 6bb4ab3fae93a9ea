-- Units are kept in memory as a whole (Geography). units: counts every change of a unit, its names, parents and links in the transaction of
-- the change, so that every server knows when to read again; changes counts those and the changes of agencies (names that are searched).
alter table unit.version add column units bigint not null default 0;

create function unit.count_unit_change() returns trigger language plpgsql as $$
begin
    update unit.version set units = units + 1, changes = changes + 1;
    return null;
end $$;

drop trigger count_change on unit.unit_name;
drop trigger count_change on unit.unit_parent;
create trigger count_change after insert or update or delete on unit.unit for each statement execute function unit.count_unit_change();
create trigger count_change after insert or update or delete on unit.unit_name for each statement execute function unit.count_unit_change();
create trigger count_change after insert or update or delete on unit.unit_parent for each statement execute function unit.count_unit_change();
create trigger count_change after insert or update or delete on unit.succession for each statement execute function unit.count_unit_change();
create trigger count_change after insert or update or delete on unit.unit_type for each statement execute function unit.count_unit_change();
create trigger count_change after insert or update or delete on unit.act for each statement execute function unit.count_unit_change();

-- Names are searched in memory (NameIndex), folded as every other text is; agency and unit names change rarely.
alter table unit.unit_name drop column search;
alter table unit.unit_name add column search text generated always as (public.searchable(full_name)) stored;
create index unit_name_search on unit.unit_name using gin (search public.gin_trgm_ops);

-- Counts every change of a unit or agency, so that whoever keeps names in memory knows when to read them again.
create table unit.version (id smallint primary key check (id = 1), changes bigint not null);
insert into unit.version values (1, 0);

create function unit.count_change() returns trigger language plpgsql as $$
begin
    update unit.version set changes = changes + 1;
    return null;
end $$;
create trigger count_change after insert or update or delete on unit.unit_name for each statement execute function unit.count_change();
create trigger count_change after insert or update or delete on unit.unit_parent for each statement execute function unit.count_change();
create trigger count_change after insert or update or delete on unit.agency for each statement execute function unit.count_change();

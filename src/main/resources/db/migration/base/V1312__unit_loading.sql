-- The application's role may not change tables; loading the register of units does, for speed, through these two functions of the owner.
create function unit.before_loading() returns void language sql security definer set search_path = unit, pg_temp as $$
    drop index if exists unit.unit_name_search;
    alter table unit.unit_name drop constraint if exists unit_name_unit_fkey;
    alter table unit.unit_parent drop constraint if exists unit_parent_unit_fkey;
    alter table unit.unit_parent drop constraint if exists unit_parent_parent_fkey;
    alter table unit.lineage drop constraint if exists lineage_unit_fkey;
    alter table unit.lineage drop constraint if exists lineage_ancestor_fkey;
    alter table unit.agency drop constraint if exists agency_unit_fkey;
$$;

create function unit.after_loading() returns void language sql security definer set search_path = unit, public, pg_temp as $$
    alter table unit.unit_name add foreign key (unit) references unit.unit;
    alter table unit.unit_parent add foreign key (unit) references unit.unit;
    alter table unit.unit_parent add foreign key (parent) references unit.unit;
    alter table unit.lineage add foreign key (unit) references unit.unit;
    alter table unit.lineage add foreign key (ancestor) references unit.unit;
    alter table unit.agency add foreign key (unit) references unit.unit;
    create index unit_name_search on unit.unit_name using gin (search public.gin_trgm_ops);
$$;

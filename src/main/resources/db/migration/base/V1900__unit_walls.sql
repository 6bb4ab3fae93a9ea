-- Agencies and committees belong to agency, reorganisations as entered to reorganisation: what one module keeps lies in its own schema, and unit
-- names neither. What the tree of units itself needs to take a reorganisation back stays here.
create schema agency;

alter table unit.agency_kind set schema agency;
alter table unit.agency_kind_succession set schema agency;
alter table unit.agency set schema agency;
alter table unit.agency_identifier set schema agency;
alter table unit.agency_succession set schema agency;
alter table unit.committee set schema agency;
alter table unit.committee_post set schema agency;
alter sequence unit.agency_added set schema agency;

-- The ends that agencies had before a reorganisation.
create table unit.ended_with_unit (reorganisation uuid not null, agency integer not null, valid_to date not null, primary key (reorganisation, agency));
insert into unit.ended_with_unit select reorganisation, other, valid_to from unit.reorganisation_ended where what = 'AGENCY';
alter table unit.ended_with_unit set schema agency;
delete from unit.reorganisation_ended where what = 'AGENCY';
alter table unit.reorganisation_ended drop constraint reorganisation_ended_what_check;
alter table unit.reorganisation_ended add check (what in ('UNIT', 'NAME', 'PARENT', 'LINEAGE'));

create schema reorganisation;

-- The tree keeps the id of the reorganisation that changed it and asks nothing of it: only drafts are ever deleted.
alter table unit.succession drop constraint succession_reorganisation_fkey;
alter table unit.reorganisation_ended drop constraint reorganisation_ended_reorganisation_fkey;
alter table unit.reorganisation set schema reorganisation;
alter table unit.reorganisation_line set schema reorganisation;

-- Loading the register: as before (V1312), the agencies left to their own module.
create or replace function unit.before_loading() returns void language sql security definer set search_path = unit, pg_temp as $$
    drop index if exists unit.unit_name_search;
    alter table unit.unit_name drop constraint if exists unit_name_unit_fkey;
    alter table unit.unit_parent drop constraint if exists unit_parent_unit_fkey;
    alter table unit.unit_parent drop constraint if exists unit_parent_parent_fkey;
    alter table unit.lineage drop constraint if exists lineage_unit_fkey;
    alter table unit.lineage drop constraint if exists lineage_ancestor_fkey;
$$;

create or replace function unit.after_loading() returns void language sql security definer set search_path = unit, public, pg_temp as $$
    alter table unit.unit_name add foreign key (unit) references unit.unit;
    alter table unit.unit_parent add foreign key (unit) references unit.unit;
    alter table unit.unit_parent add foreign key (parent) references unit.unit;
    alter table unit.lineage add foreign key (unit) references unit.unit;
    alter table unit.lineage add foreign key (ancestor) references unit.unit;
    create index unit_name_search on unit.unit_name using gin (search public.gin_trgm_ops);
$$;

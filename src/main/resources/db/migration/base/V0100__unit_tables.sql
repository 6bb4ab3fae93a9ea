-- Administrative units and agencies over time. A period of validity is [valid_from, valid_to): valid_to is the first day no longer
-- valid; '-infinity' = before our sources begin, 'infinity' = still so. History is added, never rewritten.
create schema unit;

create table unit.loaded (
    content text primary key,
    loaded_at timestamptz not null
);

create table unit.unit_type (
    type text primary key,
    vi text not null,
    en text not null,
    en_first boolean not null,
    urban boolean not null
);

create table unit.act (
    number text primary key,
    adopted date
);

-- province: the code of the province of today (34) that the unit lies in, also for units abolished before; never changes for a
-- unit, so rows of other modules keyed by it stay where they are when provinces merge. 0 for the country.
create table unit.unit (
    id integer primary key,
    level text not null check (level in ('COUNTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE')),
    province smallint not null,
    valid_from date not null,
    valid_to date not null,
    check (valid_from < valid_to)
);

create sequence unit.unit_added as integer start 1000000 minvalue 1000000;

create table unit.unit_name (
    unit integer not null references unit.unit,
    valid_from date not null,
    valid_to date not null,
    code text not null,
    alt_code text not null default '',
    type text not null references unit.unit_type,
    name text not null,
    full_name text not null,
    act text references unit.act,
    search text generated always as (translate(public.plain(full_name), 'y''’-', 'i')) stored,
    primary key (unit, valid_from),
    check (valid_from < valid_to)
);
create index unit_name_code on unit.unit_name (code, valid_from) where code <> '';
create index unit_name_alt on unit.unit_name (alt_code) where alt_code <> '';
create index unit_name_search on unit.unit_name using gin (search public.gin_trgm_ops);

create table unit.unit_parent (
    unit integer not null references unit.unit,
    valid_from date not null,
    valid_to date not null,
    parent integer not null references unit.unit,
    primary key (unit, valid_from),
    check (valid_from < valid_to)
);
create index unit_parent_children on unit.unit_parent (parent, valid_to, valid_from);

-- Every unit with every unit above it, itself included (depth 0), over time.
create table unit.lineage (
    ancestor integer not null references unit.unit,
    unit integer not null references unit.unit,
    depth smallint not null,
    level text not null,
    valid_from date not null,
    valid_to date not null,
    primary key (unit, ancestor, valid_from)
);
create index lineage_below on unit.lineage (ancestor, level, valid_to, valid_from) include (unit);

create table unit.succession (
    from_unit integer not null references unit.unit,
    to_unit integer not null references unit.unit,
    share text not null check (share in ('FULL', 'PART', 'REMAINDER')),
    on_date date not null,
    act text references unit.act,
    clause text not null default '',
    primary key (from_unit, to_unit)
);
create index succession_to on unit.succession (to_unit);

-- The sentence of the law that forms a unit.
create table unit.formation (
    unit integer primary key references unit.unit,
    act text not null references unit.act,
    clause text not null,
    words text not null
);

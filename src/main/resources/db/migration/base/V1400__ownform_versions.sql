-- Forms that units make for themselves. A row never changes: what is saved later is a version of its own, so a definition that was read once stays true.
create schema ownform;

create table ownform.version (
    form          text        not null,
    version       int         not null check (version > 0),
    unit          int         not null,
    definition    text        not null,
    saved_by      uuid        not null,
    saved_by_name text        not null,
    saved_at      timestamptz not null,
    primary key (form, version)
);
create index version_unit on ownform.version (unit, form, version);

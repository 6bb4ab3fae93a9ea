-- Registers that units make for themselves and fields that they add to those of the country. A row never changes: what is saved later is a version
-- of its own, so a definition that was read once stays true.
create schema ownregister;

create table ownregister.version (
    id            text        not null,
    version       int         not null check (version > 0),
    unit          int         not null,
    register      text,
    definition    text        not null,
    saved_by      uuid        not null,
    saved_by_name text        not null,
    saved_at      timestamptz not null,
    primary key (id, version)
);
comment on column ownregister.version.register is 'The register of the country that the fields are added to; null: the definition is a register of its own.';
create index version_unit on ownregister.version (unit, id, version);

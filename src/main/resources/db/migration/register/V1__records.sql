create schema register;

create table register.record (
    province int not null,
    id uuid not null,
    register text not null,
    register_version int not null,
    unit int not null references unit.unit,
    agency int,
    village uuid,
    state text not null,
    on_day date not null,
    data jsonb not null,
    name text not null,
    search text not null,
    open_search text not null,
    same text,
    files int not null default 0,
    version int not null default 1,
    source text not null,
    batch uuid,
    merged_into uuid,
    demo boolean not null default false,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (province, id)
);
comment on table register.record is 'What units keep, one row a record, whatever its register. province: stable code of the province of today; unit: who kept it when it was made, read through the geography afterwards; on_day: its leading day; data: values by field; name: first field of its title; open_search: without what names people; same: folded key of what may not be there twice; merged_into: the record that it was put together with.';
create unique index record_same on register.record (province, register, unit, same) where same is not null and merged_into is null;
create index record_list on register.record (province, register, unit, on_day desc, id desc) where merged_into is null;
create index record_days on register.record (province, register, on_day desc, id desc) where merged_into is null;
create index record_batch on register.record (province, batch) where batch is not null;

create table register.span (
    province int not null,
    record uuid not null,
    no int not null,
    register text not null,
    state text not null,
    first date not null,
    until date,
    primary key (province, record, no),
    foreign key (province, record) references register.record on delete cascade
);
comment on table register.span is 'The states a record was in, one after another. first: first day; until: first day no longer, null: today too. A register is counted on a day by what its records were then.';
create index span_state on register.span (province, register, state, first, until);

create table register.link (
    province int not null,
    record uuid not null,
    field text not null,
    target uuid not null,
    primary key (province, record, field, target),
    foreign key (province, record) references register.record on delete cascade
);
comment on table register.link is 'Records that a record refers to, by field or table.column.';
create index link_target on register.link (province, target, field);

create table register.change (
    province int not null,
    record uuid not null,
    no int not null,
    at timestamptz not null,
    account uuid not null,
    account_name text not null,
    what text not null,
    state text not null,
    data jsonb not null,
    note text not null default '',
    primary key (province, record, no),
    foreign key (province, record) references register.record on delete cascade
);
comment on table register.change is 'Every version of a record with who made it and why; data: the whole record afterwards.';

create table register.file (
    province int not null,
    record uuid not null,
    attachment uuid not null,
    at timestamptz not null,
    account_name text not null,
    primary key (province, record, attachment),
    foreign key (province, record) references register.record on delete cascade
);
comment on table register.file is 'Files that prove a record: sheets, pictures, minutes.';

select shared.by_province('register.record');
select shared.by_province('register.span');
select shared.by_province('register.link');
select shared.by_province('register.change');
select shared.by_province('register.file');

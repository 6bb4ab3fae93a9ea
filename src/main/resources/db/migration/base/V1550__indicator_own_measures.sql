-- What planners say about targets that no figure of the catalogue measures. Rows are added, never changed: the newest of a kind counts.
create table indicator.own (
    id            text        primary key collate "C",
    unit          int         not null,
    province      smallint    not null,
    name          text        not null,
    kind          text        not null,
    code          text        not null,
    better        text        not null,
    numerator     text,
    denominator   text,
    saved_by      uuid        not null,
    saved_by_name text        not null,
    saved_at      timestamptz not null
);
create index own_province on indicator.own (province);

-- Which indicator measures a target, where it is not the one of the plan's paper; without one: none any more.
create table indicator.link (
    seq            bigint      generated always as identity primary key,
    plan           uuid        not null,
    target         uuid        not null,
    indicator      text,
    reason         text        not null,
    linked_by      uuid        not null,
    linked_by_name text        not null,
    linked_at      timestamptz not null
);
create index link_plan on indicator.link (plan, target, seq);

-- Results that somebody typed, with their evidence; without a value: the result before it was taken back.
create table indicator.typed (
    seq           bigint      generated always as identity primary key,
    id            uuid        not null unique,
    plan          uuid        not null,
    target        uuid        not null,
    unit          int         not null,
    year          smallint    not null,
    value         numeric,
    dated         date        not null,
    source        text        not null,
    reason        text        not null,
    attachment    uuid        not null,
    file_name     text        not null,
    typed_by      uuid        not null,
    typed_by_name text        not null,
    typed_at      timestamptz not null
);
create index typed_plan on indicator.typed (plan, unit, target, year, seq);

-- Yearly returns. High-volume tables lead every key by the code of the province of today and are partitioned by it: a province (or a
-- group of them) can move to a server of its own, and nothing refers across provinces.
create schema collection;

create table collection.round (
    id           uuid primary key,
    form         text    not null,
    form_version int     not null,
    year         int     not null,
    scope        int     not null,
    level        text    not null,
    rule_set     text    not null,
    geography    date    not null,
    opens        date    not null,
    cut_off      date    not null,
    due          date    not null,
    closed_at    timestamptz,
    demo         boolean not null,
    unique (form, year, scope)
);
create index round_year on collection.round (year, form);

-- One row per expected unit from the day the round opens. above: every unit over it on the day of the round's geography, itself first.
-- One return per form, year and unit, whichever round asked: figures are never counted twice.
create table collection.submission (
    province   smallint    not null,
    id         uuid        not null,
    round      uuid        not null,
    form       text        not null,
    year       smallint    not null,
    unit       int         not null,
    above      int[]       not null,
    receiver   int         not null,
    status     text        not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    figures    jsonb       not null default '{}',
    notes      jsonb       not null default '{}',
    narrative  jsonb       not null default '{}',
    nil_return boolean     not null default false,
    version    int         not null default 0,
    last_key   text,
    sent_at    timestamptz,
    changed_at timestamptz not null,
    counted    boolean     not null default false,
    primary key (province, id),
    unique (province, form, year, unit)
) partition by list (province);
-- Completeness reads this index alone. What changes with every save (version, figures) stays out of it, so that saving stays cheap.
create index submission_round on collection.submission (province, round, unit) include (status, counted, sent_at, above);

create table collection.step (
    province     smallint    not null,
    id           uuid        not null,
    submission   uuid        not null,
    at           timestamptz not null,
    account      uuid,
    account_name text        not null,
    action       text        not null check (action in ('SUBMIT', 'RECALL', 'ACCEPT', 'RETURN', 'AMEND')),
    remark       text        not null,
    version      int         not null,
    figures      jsonb       not null,
    key          text,
    primary key (province, id),
    unique (province, submission, key),
    foreign key (province, submission) references collection.submission (province, id)
) partition by list (province);
create index step_submission on collection.step (province, submission, at);

-- What was accepted, one figure a row.
create table collection.fact (
    province   smallint not null,
    year       smallint not null,
    field      text     not null,
    unit       int      not null,
    value      numeric  not null,
    submission uuid     not null,
    primary key (province, unit, year, field) include (value)
) partition by list (province);

do $$
declare
    code int;
begin
    foreach code in array array[1, 4, 8, 11, 12, 14, 15, 19, 20, 22, 24, 25, 31, 33, 37, 38, 40, 42, 44, 46, 48, 51, 52, 56, 66, 68, 75,
                                79, 80, 82, 86, 91, 92, 96] loop
        execute format('create table collection.submission_%1$s partition of collection.submission for values in (%1$s) with (fillfactor = 80)', code);
        execute format('create table collection.step_%1$s partition of collection.step for values in (%1$s)', code);
        execute format('create table collection.fact_%1$s partition of collection.fact for values in (%1$s)', code);
    end loop;
end $$;
-- Provinces still to come.
create table collection.submission_rest partition of collection.submission default;
create table collection.step_rest partition of collection.step default;
create table collection.fact_rest partition of collection.fact default;

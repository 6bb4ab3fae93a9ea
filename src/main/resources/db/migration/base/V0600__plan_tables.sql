-- Plans: what must be reached and who must do it.
create schema plan;

create table plan.plan (
    id uuid primary key default uuidv7(),
    unit integer not null references unit.unit,
    lead_agency integer references unit.agency,
    document uuid not null unique references document.document,
    name_vi text not null,
    name_en text not null default '',
    period_from integer not null check (period_from between 1990 and 2100),
    period_to integer not null check (period_to between 1990 and 2100),
    status text not null check (status in ('DRAFT', 'ISSUED', 'ENDED')),
    upper uuid references plan.plan,
    programme_key text unique,
    standing_agency text,
    notes jsonb not null default '[]',
    demo boolean not null default false,
    version integer not null default 0,
    created_at timestamptz not null,
    issued_at timestamptz,
    check (period_from <= period_to)
);
create index plan_unit on plan.plan (unit);
create index plan_upper on plan.plan (upper);

-- One finding in a plan's text, or one line that a person added. data holds the fields of its kind (record Item).
create table plan.element (
    id uuid primary key default uuidv7(),
    plan uuid not null references plan.plan,
    kind text not null,
    ref text not null default '',
    parent uuid references plan.element,
    position integer not null,
    state text not null check (state in ('SUGGESTED', 'ACCEPTED', 'DROPPED')),
    data jsonb not null,
    span_start integer,
    span_end integer,
    confidence double precision not null default 1,
    why jsonb,
    version integer not null default 0,
    changed_by text,
    changed_at timestamptz not null
);
create index element_plan on plan.element (plan, position);
create index element_parent on plan.element (parent) where parent is not null;

-- What an issued plan must reach: one row for each target or trend accepted.
create table plan.target (
    id uuid primary key references plan.element,
    plan uuid not null references plan.plan,
    position integer not null,
    ref text not null,
    text_vi text not null,
    text_en text not null,
    indicator text,
    comparator text,
    value numeric,
    value_to numeric,
    unit text,
    population text,
    by_year integer,
    yearly boolean not null,
    better_than_parent boolean not null,
    keep_and_improve boolean not null,
    trend text check (trend in ('UP', 'DOWN', 'NONE')),
    score_comparator text,
    score_value numeric,
    check ((comparator is null) = (trend is not null))
);
create index target_plan on plan.target (plan, position);

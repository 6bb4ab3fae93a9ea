-- Duties: who owes what for an issued plan, how far it has come, who took it over.
create schema duty;

-- Who must do what of an issued plan. due: MM-DD of each year, a date, or null (then by the plan's own report date).
create table duty.assignment (
    id uuid primary key default uuidv7(),
    plan uuid not null references plan.plan,
    element uuid not null references plan.element,
    position integer not null,
    agency_label text not null,
    role text not null check (role in ('LEAD', 'COORDINATE', 'ADVISE', 'REQUESTED', 'ASSIGNED')),
    frequency text not null check (frequency in ('ONCE', 'YEARLY', 'STANDING')),
    kind text not null check (kind in ('TASK', 'REPORT', 'OWN_PLAN', 'REVIEW')),
    due text,
    year integer,
    answers boolean not null,
    resolved boolean not null,
    unique nulls not distinct (element, agency_label, kind, year)
);
create index assignment_plan on duty.assignment (plan, position);

create table duty.assignment_agency (
    assignment uuid not null references duty.assignment,
    agency integer not null references unit.agency,
    primary key (assignment, agency)
);

-- What one agency owes for one assignment in one year.
create table duty.duty (
    id uuid primary key default uuidv7(),
    plan uuid not null references plan.plan,
    assignment uuid not null references duty.assignment,
    agency integer not null references unit.agency,
    year integer not null,
    due date not null,
    status text not null default 'NOT_STARTED' check (status in ('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'BLOCKED')),
    done_at timestamptz,
    -- Set when the agency ended and its duty passed to successors: then it is history, and theirs name it as origin.
    passed_at timestamptz,
    origin uuid references duty.duty,
    version integer not null default 0,
    unique (assignment, agency, year)
);
create index duty_agency on duty.duty (agency, year) where passed_at is null;
create index duty_plan on duty.duty (plan, year) where passed_at is null;
create index duty_assignment on duty.duty (assignment) where passed_at is null;

create table duty.progress (
    id uuid primary key default uuidv7(),
    duty uuid not null references duty.duty,
    at timestamptz not null,
    account uuid,
    name text not null,
    status text not null,
    text text not null
);
create index progress_duty on duty.progress (duty, at);

create table duty.progress_file (
    progress uuid not null references duty.progress,
    attachment uuid not null references document.attachment,
    primary key (progress, attachment)
);

create table duty.urge (
    id uuid primary key default uuidv7(),
    duty uuid not null references duty.duty,
    at timestamptz not null,
    name text not null,
    text text not null
);
create index urge_duty on duty.urge (duty, at);

-- Duties of an abolished agency that passed to its successor; also holds for duties of later years.
create table duty.transfer (
    plan uuid not null references plan.plan,
    from_agency integer not null references unit.agency,
    to_agency integer not null references unit.agency,
    why text not null,
    confirmed_by text not null,
    at timestamptz not null,
    primary key (plan, from_agency, to_agency)
);
create index transfer_from on duty.transfer (from_agency);

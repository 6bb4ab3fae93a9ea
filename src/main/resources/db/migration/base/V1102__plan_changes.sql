-- A draft waits for the leader's signature; a plan in force may be withdrawn.
alter table plan.plan drop constraint plan_status_check;
alter table plan.plan add constraint plan_status_check check (status in ('DRAFT', 'SUBMITTED', 'ISSUED', 'ENDED', 'WITHDRAWN'));

-- The draft of an amendment is a copy of the plan whose elements name what they were copied from.
alter table plan.plan add column amends uuid references plan.plan;
create unique index plan_amends on plan.plan (amends) where amends is not null;
alter table plan.element add column origin uuid references plan.element;
create index element_origin on plan.element (origin) where origin is not null;

-- What became of a plan: submitted, returned, issued, amended, withdrawn, work passed to another agency; why, and by which paper.
create table plan.change (
    id uuid primary key default uuidv7(),
    plan uuid not null references plan.plan,
    kind text not null check (kind in ('SUBMITTED', 'RETURNED', 'ISSUED', 'AMENDED', 'WITHDRAWN', 'REASSIGNED')),
    at timestamptz not null,
    name text not null,
    reason text not null,
    document uuid references document.document,
    lines jsonb not null default '[]'
);
create index change_plan on plan.change (plan, at);

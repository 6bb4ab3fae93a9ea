-- Who receives what a plan gives, where a person had to say it: the agencies chosen for a name in the paper.
create table plan.receiver (
    plan uuid not null references plan.plan,
    label text not null,
    agency integer not null references unit.agency,
    chosen_by text not null,
    chosen_at timestamptz not null,
    primary key (plan, label, agency)
);

-- The unit of today that the draft of a unit that has ended is issued for.
alter table plan.plan add column issued_for integer references unit.unit;

-- The official position of a duty beside the agency's own word, its due days as first given, as they are now and as they take effect.
alter table duty.duty
    add column stage text not null default 'NEW' check (stage in ('NEW', 'RECEIVED', 'REFUSED', 'IN_PROGRESS', 'BLOCKED', 'SUBMITTED',
        'SENT_BACK', 'DONE', 'PAUSED', 'CANCELLED', 'PASSED')),
    -- What a paused or passed duty was before.
    add column stage_before text,
    -- First day on which it is shown; null: from the start.
    add column opens_on date,
    add column due_first date,
    add column due_effective date,
    add column first_effective date,
    -- The due day that had passed when an extension was asked: such an extension does not make it on time.
    add column missed_due date,
    add column submitted_on date,
    add column submitted_by uuid,
    add column settled_by text,
    add column paused_on date,
    -- Who in the agency took it.
    add column person uuid,
    add column person_name text not null default '';

update duty.duty set due_first = due, due_effective = due, first_effective = due,
    stage = case when passed_at is not null then 'PASSED' when status = 'DONE' then 'DONE' when status = 'NOT_STARTED' then 'NEW'
        else status end,
    stage_before = case when passed_at is null then null when status = 'NOT_STARTED' then 'NEW' else status end,
    submitted_on = cast(done_at at time zone 'Asia/Ho_Chi_Minh' as date);

alter table duty.duty
    alter column due_first set not null,
    alter column due_effective set not null,
    alter column first_effective set not null,
    add check ((stage in ('SUBMITTED', 'DONE')) = (status = 'DONE'));

-- The first due day stays as it was given, whatever is granted later: otherwise every extension would read as "on time".
create function duty.keep_days() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.due_first := coalesce(new.due_first, new.due);
        new.due_effective := coalesce(new.due_effective, new.due);
        new.first_effective := coalesce(new.first_effective, new.due_effective);
    elsif new.due_first <> old.due_first then
        raise exception 'the first due day of a duty never changes';
    elsif new.due <> old.due and new.due_effective = old.due_effective then
        new.due_effective := new.due;
    end if;
    return new;
end $$;
create trigger keep_days before insert or update on duty.duty for each row execute function duty.keep_days();

drop index duty.duty_agency;
drop index duty.duty_plan;
create index duty_agency on duty.duty (agency, due_effective) where passed_at is null;
create index duty_plan on duty.duty (plan, year) where passed_at is null;
create index duty_open on duty.duty (due_effective) where stage in ('NEW', 'RECEIVED', 'REFUSED', 'IN_PROGRESS', 'BLOCKED', 'SENT_BACK');
create index duty_waiting on duty.duty (plan, stage) where stage in ('SUBMITTED', 'REFUSED', 'BLOCKED');

-- Every act of the life of a duty, not reports alone; a report keeps what the agency said of it.
alter table duty.progress
    add column act text not null default 'REPORT',
    alter column status drop not null;

alter table duty.urge add column account uuid;

create table duty.extension (
    id uuid primary key default uuidv7(),
    duty uuid not null references duty.duty,
    asked_at timestamptz not null,
    asked_on date not null,
    asked_by uuid not null,
    asked_name text not null,
    due date not null,
    reason text not null,
    -- Asked after the due day.
    late boolean not null,
    decided_at timestamptz,
    decided_by uuid,
    decided_name text,
    granted boolean,
    note text not null default '',
    check ((decided_at is null) = (granted is null)),
    check (decided_by is distinct from asked_by or decided_by is null)
);
create index extension_duty on duty.extension (duty);
create unique index extension_open on duty.extension (duty) where decided_at is null;

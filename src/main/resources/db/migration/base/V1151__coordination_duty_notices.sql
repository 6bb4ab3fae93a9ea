-- Notices for the people of one agency, or one account; who did something does not hear of it.
alter table coordination.notice
    -- Null: everybody of the unit.
    add column agency int,
    -- Null: everybody of the agency or unit.
    add column account uuid,
    add column author uuid,
    -- Went out as a letter at once, so that the digest leaves it out.
    add column mailed boolean not null default false;

-- The one digest of an account and day.
create table coordination.digest (
    account uuid not null,
    day     date not null,
    at      timestamptz not null,
    primary key (account, day)
);

-- Days on which an account is away and who acts instead.
create table coordination.absence (
    id          uuid primary key default uuidv7(),
    account     uuid not null,
    from_day    date not null,
    to_day      date not null,
    kind        text not null check (kind in ('LEAVE', 'TRIP', 'SICK', 'VACANT')),
    deputy      uuid not null,
    deputy_name text not null,
    -- When the summary was sent on return.
    summed_at   timestamptz,
    check (from_day <= to_day),
    check (deputy <> account)
);
create index absence_account on coordination.absence (account, to_day);

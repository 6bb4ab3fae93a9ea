-- What was done to a round, oldest first: opened, extended, closed, opened again. due_before: the last day to send until then.
create table collection.round_step (
    id           uuid primary key default uuidv7(),
    round        uuid        not null references collection.round on delete cascade,
    at           timestamptz not null,
    account      uuid,
    account_name text        not null,
    action       text        not null check (action in ('OPEN', 'EXTEND', 'UNDO', 'CLOSE', 'REOPEN')),
    remark       text        not null default '',
    due_before   date,
    due          date        not null
);
create index round_step_round on collection.round_step (round, at);

-- Rounds that open by themselves every period, once somebody who may open them has said so.
create table collection.standing (
    form         text        not null,
    scope        int         not null,
    calendar     text        not null,
    account      uuid,
    account_name text        not null,
    since        timestamptz not null,
    primary key (form, scope)
);

-- Work that falls due at a moment (decision 27): one row until it is done.
create table shared.due (
    kind     text        not null,
    key      text        not null,
    due_at   timestamptz not null,
    next_try timestamptz not null,
    tries    int         not null default 0,
    failure  text        not null default '',
    primary key (kind, key)
);
create index due_next on shared.due (next_try);
comment on table shared.due is 'Work that falls due, by kind (who does it) and key (what it is about); next_try: due_at, later after a failure.';

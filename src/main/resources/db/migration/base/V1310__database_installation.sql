-- What this installation is, said once, when it is made: real for ever, or a demonstration for ever.
create schema database;

create table database.installation (
    one     boolean     primary key default true check (one),
    kind    text        not null check (kind in ('real', 'demo')),
    made_at timestamptz not null default now()
);

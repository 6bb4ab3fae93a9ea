-- Guesses at passwords, counted before anything is worked out: by account and address, and by address. What a restart forgets is a quarter of an hour.
create unlogged table identity.guess (
    key   text        primary key,
    n     int         not null,
    until timestamptz not null
);
alter table identity.account drop column failures, drop column locked_until;

-- A password for one use ends by itself.
alter table identity.account add column password_until timestamptz;

-- Links with which a password is set anew; only their hash is kept.
create table identity.reset (
    hash       bytea       primary key,
    account    uuid        not null references identity.account on delete cascade,
    expires_at timestamptz not null
);
create index reset_account on identity.reset (account);

-- What one administrator asks and another decides: administrators' roles and passwords.
create table identity.request (
    id         uuid        primary key default uuidv7(),
    kind       text        not null check (kind in ('GRANT', 'RESET', 'OPEN')),
    account    uuid        not null references identity.account on delete cascade,
    role       text        not null default '',
    unit       int         not null default 0,
    agency     int         not null default 0,
    asked_by   uuid        not null references identity.account on delete cascade,
    asked_name text        not null,
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    unique (kind, account, role, unit, agency)
);

-- Sessions are kept by the hash of what the browser shows; those kept in the open end now.
delete from identity.session;

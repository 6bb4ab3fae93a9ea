-- Keys with which other systems use the API in an account's name. Only the hash is kept; ended with the account's sessions.
create table identity.token (
    id         uuid        primary key default uuidv7(),
    hash       bytea       not null unique,
    account    uuid        not null references identity.account on delete cascade,
    name       text        not null check (name <> ''),
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index token_account on identity.token (account);

-- The application may add to the trail and read it, nothing else: the chain is linked with the rights of the owner.
alter function audit.link() security definer set search_path = audit, pg_temp;

-- Who read, took or was refused what, from where. Kept for a limited time, so outside the trail and without a chain.
create table audit.visit (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    kind         text        not null check (kind in ('READ', 'TAKEN', 'REFUSED', 'LOST')),
    account      uuid,
    account_name text        not null,
    unit         int,
    address      text        not null,
    method       text        not null,
    path         text        not null,
    status       int         not null
);
create index visit_at on audit.visit (at desc);
create index visit_account on audit.visit (account, at desc);

-- Who did what when. Rows are added, never changed: the database itself refuses, and a hash chain shows it when somebody went around.
create schema audit;

-- One chain per account: writers of different accounts never wait for each other, and one account rarely writes twice at once.
create table audit.entry (
    id           bigint generated always as identity primary key,
    chain        uuid        not null,
    n            bigint      not null,
    at           timestamptz not null,
    account      uuid,
    account_name text        not null,
    agency       int,
    unit         int,
    action       text        not null,
    subject_kind text        not null,
    subject_id   text        not null,
    detail       jsonb       not null,
    previous     bytea       not null,
    hash         bytea       not null,
    unique (chain, n)
);
create index entry_subject on audit.entry (subject_kind, subject_id, id desc);
create index entry_at on audit.entry (at desc);

-- The newest link of each chain: what makes a cut-off end visible, and what a writer locks.
create table audit.head (
    chain uuid   primary key,
    n     bigint not null,
    hash  bytea  not null
) with (fillfactor = 70);

create function audit.digest(e audit.entry) returns bytea
    language sql stable
    return sha256(convert_to(jsonb_build_array(
        e.chain, e.n, extract(epoch from e.at)::text, e.account, e.account_name, e.agency, e.unit, e.action,
        e.subject_kind, e.subject_id, e.detail, encode(e.previous, 'hex'))::text, 'UTF8'));

create function audit.link() returns trigger language plpgsql as $$
declare
    top audit.head;
begin
    new.chain := coalesce(new.account, '00000000-0000-0000-0000-000000000000');
    insert into audit.head values (new.chain, 0, sha256(new.chain::text::bytea)) on conflict do nothing;
    select * into top from audit.head where chain = new.chain for update;
    new.n := top.n + 1;
    new.previous := top.hash;
    new.hash := audit.digest(new);
    update audit.head set n = new.n, hash = new.hash where chain = new.chain;
    return new;
end $$;

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;

create trigger link before insert on audit.entry for each row execute function audit.link();
create trigger keep before update or delete on audit.entry for each row execute function audit.refuse();
create trigger keep_all before truncate on audit.entry for each statement execute function audit.refuse();
create trigger keep_head before delete on audit.head for each row execute function audit.refuse();
create trigger keep_heads before truncate on audit.head for each statement execute function audit.refuse();
create trigger keep_link before update on audit.head for each row
    when (pg_trigger_depth() = 0) execute function audit.refuse();

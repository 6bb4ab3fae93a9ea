create schema identity;

create table identity.account (
    id              uuid        primary key default uuidv7(),
    username        text        not null unique check (username = lower(username) and username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name_vi         text        not null check (name_vi <> ''),
    name_en         text        not null default '',
    unit            int         not null,
    agency          int         not null,
    password        text        not null,
    must_change     boolean     not null default false,
    active          boolean     not null default true,
    demo            boolean     not null default false,
    failures        int         not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null,
    last_sign_in    timestamptz
);
create index account_unit on identity.account (unit);
create index account_search on identity.account using gin (public.plain(username || ' ' || name_vi || ' ' || name_en) gin_trgm_ops);

-- A role is held at a place. Most accounts hold one, at their own agency.
create table identity.role_held (
    account uuid not null references identity.account on delete cascade,
    role    text not null,
    unit    int  not null,
    agency  int  not null,
    primary key (account, role, unit, agency)
);

-- Sessions as Spring Session keeps them: they survive a restart and are shared by all nodes.
create table identity.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);

create table identity.session_attributes (
    session_primary_id char(36)     not null references identity.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Every request wants to note "last used now". Once a minute is enough: the other writes never happen.
create function identity.seldom() returns trigger language plpgsql as $$
begin
    return null;
end $$;
create trigger seldom before update on identity.session for each row
    when (new.session_id = old.session_id and new.max_inactive_interval = old.max_inactive_interval
        and new.principal_name is not distinct from old.principal_name
        and new.last_access_time between old.last_access_time and old.last_access_time + 60000)
    execute function identity.seldom();

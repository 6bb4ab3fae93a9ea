-- Imports on their way from file to confirmation. Nothing here is a figure of record: an import and all its rows go when it is confirmed,
-- cancelled, or seven days old.
create schema exchange;

create table exchange.import (
    id         uuid primary key,
    account    uuid        not null,
    sender     int         not null,
    round      uuid        not null,
    file_name  text        not null,
    status     text        not null check (status in ('READING', 'MAPPING', 'COMPARING', 'PREVIEW', 'WRITING', 'DONE', 'FAILED')),
    done       int         not null default 0,
    total      int         not null default 0,
    signature  text        not null default '',
    mapping    jsonb,
    outcome    jsonb,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index import_account on exchange.import (account, created_at desc);
create index import_created on exchange.import (created_at);

-- The rows of the file as read: numbers and texts.
create table exchange.line (
    import uuid  not null references exchange.import (id) on delete cascade,
    sheet  text  not null,
    number int   not null,
    cells  jsonb not null,
    primary key (import, sheet, number)
);

-- What each unit would get.
create table exchange.entry (
    import  uuid  not null references exchange.import (id) on delete cascade,
    ordinal int   not null,
    status  text  not null check (status in ('NEW', 'CHANGED', 'SAME', 'WRONG')),
    content jsonb not null,
    primary key (import, ordinal)
);
create index entry_status on exchange.entry (import, status, ordinal);

-- How a sender's own table was read the last time, by its headings.
create table exchange.mapping (
    sender     int         not null,
    form       text        not null,
    signature  text        not null,
    mapping    jsonb       not null,
    changed_at timestamptz not null,
    primary key (sender, form, signature)
);

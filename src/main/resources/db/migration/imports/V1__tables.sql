-- Imports on their way from file to confirmation, whatever they bring in. Nothing here is a record: an import and all its rows go when it is
-- cancelled, or seven days old; what can be taken back stays as long.
create schema imports;

create table imports.import (
    id         uuid primary key,
    account    uuid        not null,
    sender     int         not null,
    kind       text        not null,
    key        text        not null,
    file_name  text        not null,
    status     text        not null check (status in
        ('READING', 'MAPPING', 'COMPARING', 'PREVIEW', 'WRITING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE')),
    done       int         not null default 0,
    total      int         not null default 0,
    signature  text        not null default '',
    mapping    jsonb,
    outcome    jsonb,
    left_out   jsonb       not null default '[]',
    untaken    jsonb       not null default '[]',
    sums       jsonb       not null default '[]',
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index import_account on imports.import (account, kind, created_at desc);
create index import_created on imports.import (created_at);
comment on column imports.import.kind is 'What it is brought into, such as return; key: which one.';
comment on column imports.import.left_out is 'What of the file is not read; untaken: what of its rows is not.';

-- The rows of the file as read: numbers and texts, written once and read once, whole.
create table imports.line (
    import uuid not null references imports.import (id) on delete cascade,
    sheet  text not null,
    number int  not null,
    cells  text not null,
    primary key (import, sheet, number)
);

-- What the rows come to.
create table imports.entry (
    import  uuid not null references imports.import (id) on delete cascade,
    ordinal int  not null,
    status  text not null check (status in ('NEW', 'CHANGED', 'SAME', 'DOUBTFUL', 'WRONG')),
    content text not null,
    primary key (import, ordinal)
);
create index entry_status on imports.entry (import, status, ordinal);

-- How a sender's own table was read the last time, by its headings.
create table imports.mapping (
    sender     int         not null,
    target     text        not null,
    signature  text        not null,
    mapping    jsonb       not null,
    changed_at timestamptz not null,
    primary key (sender, target, signature)
);
comment on column imports.mapping.target is 'Kind of the target and what it remembers by, such as return: and the id of a form.';

-- What officers write between the figures of a yearly report, and the files that were made. No figure is kept here: figures are read
-- where they were accepted.
create schema output;

create table output.narrative (
    plan       uuid        not null,
    year       int         not null,
    section    text        not null,
    text       text        not null,
    version    int         not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (plan, year, section)
);

-- Kept as it was handed out, so that a report that was sent can be shown again unchanged. The same contents are kept once.
create table output.file (
    id      uuid primary key,
    plan    uuid        not null,
    year    int         not null,
    kind    text        not null check (kind in ('DOCX', 'XLSX')),
    name    text        not null,
    sha256  text        not null,
    bytes   bytea       not null,
    made_by text        not null,
    made_at timestamptz not null,
    unique (plan, year, kind, sha256)
);
create index file_report on output.file (plan, year, made_at);

-- Numbered papers, what they rest on, to whom they went, the files they came as.
create schema document;

create table document.document (
    id uuid primary key default uuidv7(),
    type text not null,
    number text,
    number_key text generated always as (upper(replace(number, ' ', ''))) stored,
    issuer text,
    issued_on date,
    title text not null,
    signer text,
    signer_title text
);
create index document_number on document.document (number_key) where number is not null;
create index document_title on document.document (public.plain(title)) where number is null;

create table document.legal_basis (
    from_document uuid not null references document.document,
    to_document uuid not null references document.document,
    relation text not null check (relation in ('BASIS', 'IMPLEMENTS', 'CITES', 'AMENDS', 'REPLACES')),
    position integer generated always as identity,
    primary key (from_document, to_document)
);
create index legal_basis_to on document.legal_basis (to_document);

create table document.recipient (
    document uuid not null references document.document,
    position integer not null,
    name text not null,
    primary key (document, position)
);

create table document.attachment (
    id uuid primary key default uuidv7(),
    document uuid references document.document,
    name text not null,
    media_type text not null,
    size integer not null check (size between 1 and 26214400),
    sha256 text not null,
    content bytea not null,
    at timestamptz not null
);
create index attachment_document on document.attachment (document);

-- Spans of a reading are offsets into this text.
create table document.source_text (
    document uuid primary key references document.document,
    text text not null
);

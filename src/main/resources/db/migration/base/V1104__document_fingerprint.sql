-- The same text is known again whatever file it came in: letters and digits count, without marks, blanks and line ends.
create function document.fingerprint(words text) returns text
    language sql immutable strict parallel safe
    return md5(regexp_replace(public.plain(words), '[^a-z0-9]+', '', 'g'));

alter table document.source_text add column fingerprint text generated always as (document.fingerprint(text)) stored;
create index source_text_fingerprint on document.source_text (fingerprint);
create index attachment_sha256 on document.attachment (sha256) where document is not null;

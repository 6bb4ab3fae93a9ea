alter table document.document add column search text generated always as (public.searchable(
    type || ' ' || coalesce(number, '') || ' ' || coalesce(issuer, '') || ' ' || title)) stored;
create index document_search on document.document using gin (search public.gin_trgm_ops);

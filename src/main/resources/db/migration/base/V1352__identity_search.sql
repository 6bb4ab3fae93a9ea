drop index identity.account_search;
alter table identity.account add column search text generated always as (public.searchable(username || ' ' || name_vi || ' ' || name_en)) stored;
create index account_search on identity.account using gin (search public.gin_trgm_ops);

drop index identity.account_search;
create index account_search on identity.account using gin (public.searchable(username || ' ' || name_vi || ' ' || name_en) public.gin_trgm_ops);

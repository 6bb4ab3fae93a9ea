-- Names are searched as every other text is.
alter table unit.unit_name drop column search;
alter table unit.unit_name add column search text generated always as (public.searchable(full_name)) stored;
create index unit_name_search on unit.unit_name using gin (search public.gin_trgm_ops);

alter table unit.agency add column search text generated always as (public.searchable(name || ' ' || short_name || ' ' || name_en)) stored;

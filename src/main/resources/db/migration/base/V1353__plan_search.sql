-- Plans and tasks are found by their words.
alter table plan.plan add column search text generated always as (public.searchable(name_vi || ' ' || name_en)) stored;
alter table plan.element add column search text generated always as (public.searchable(coalesce(data #>> '{text,vi}', '') || ' ' || coalesce(data #>> '{text,en}', ''))) stored;
create index element_task_search on plan.element using gin (search public.gin_trgm_ops) where kind = 'TASK';

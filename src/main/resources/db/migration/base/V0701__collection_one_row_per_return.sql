-- What counts stands beside what is typed, in the same row: accepting is one update, the figures of all communes of a year are one row each.
-- part: 0 the whole year, 1–4 a quarter, 5–6 a half-year; the parts of a year add up to it.
alter table collection.round add column part smallint not null default 0 check (part between 0 and 6);
alter table collection.round drop constraint round_form_year_scope_key;
alter table collection.round add unique (form, year, part, scope);

drop index collection.submission_round;
alter table collection.submission
    add column part smallint not null default 0 check (part between 0 and 6),
    add column accepted jsonb;

update collection.submission s
set accepted = coalesce((select jsonb_object_agg(f.field, f.value order by f.field) from collection.fact f
    where f.province = s.province and f.unit = s.unit and f.year = s.year and f.submission = s.id), '{}')
where s.counted;
drop table collection.fact;

alter table collection.submission drop column counted;
alter table collection.submission add column counted boolean not null generated always as (accepted is not null) stored;
alter table collection.submission drop constraint submission_province_form_year_unit_key;
alter table collection.submission add unique (province, unit, year, form, part);
-- Completeness reads this index alone. What changes with every save (version, figures) stays out of it, so that saving stays cheap.
create index submission_round on collection.submission (province, round, unit) include (status, counted, sent_at, above);
-- All communes of a year.
create index submission_year on collection.submission (province, year, form);

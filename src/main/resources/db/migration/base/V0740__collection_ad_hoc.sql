-- Ad hoc rounds (Decree 09/2019, Article 4): a form asked once more for an occasion. One round and one return per form, period and unit holds for
-- the periodic ones alone. What an ad hoc round collects never becomes "accepted", the figures that count: it is read in its own list only.
alter table collection.round add column occasion text;
alter table collection.round drop constraint round_form_year_part_scope_key;
create unique index round_periodic on collection.round (form, year, part, scope) where occasion is null;

alter table collection.submission add column ad_hoc boolean not null default false;
alter table collection.submission drop constraint submission_province_unit_year_form_part_key;
create unique index submission_periodic on collection.submission (province, unit, year, form, part) where not ad_hoc;
create unique index submission_ad_hoc on collection.submission (province, round, unit) where ad_hoc;

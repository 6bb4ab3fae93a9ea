-- Kept sums: one row per figure, year and unit above the reporting ones, within one province. What a reporting unit contributes is computed
-- from its accepted return when asked; the country is the sum of its provinces, so that no acceptance waits for another province.
-- Few rows (34 provinces and 696 former districts), so not partitioned.
create table indicator.total (
    province  smallint not null,
    unit      int      not null,
    year      smallint not null,
    measure   text     not null,
    level     text     not null,
    numerator numeric  not null,
    base      numeric  not null,
    units     int      not null,
    primary key (unit, year, measure)
) with (fillfactor = 60);
create index total_level on indicator.total (measure, year) where level in ('PROVINCE', 'COUNTRY');
create index total_province on indicator.total (province, year);

drop table indicator.value;
-- Computed again at the next start, in the background.
truncate indicator.computed;

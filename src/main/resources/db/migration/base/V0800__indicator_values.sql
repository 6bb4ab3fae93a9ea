-- Roll-ups, kept with every acceptance: one row per reporting unit and one per unit above it within the province. The country is the sum
-- of its provinces, so that no acceptance waits for another province.
create schema indicator;

create table indicator.value (
    province  smallint not null,
    year      smallint not null,
    indicator text     not null,
    unit      int      not null,
    level     text     not null,
    numerator numeric  not null,
    base      numeric  not null,
    units     int      not null,
    primary key (province, unit, indicator, year) include (numerator, base, units)
) partition by list (province);
create index value_province on indicator.value (indicator, year) include (unit, numerator, base, units) where level = 'PROVINCE';

do $$
declare
    code int;
begin
    foreach code in array array[1, 4, 8, 11, 12, 14, 15, 19, 20, 22, 24, 25, 31, 33, 37, 38, 40, 42, 44, 46, 48, 51, 52, 56, 66, 68, 75,
                                79, 80, 82, 86, 91, 92, 96] loop
        execute format('create table indicator.value_%1$s partition of indicator.value for values in (%1$s) with (fillfactor = 80)', code);
    end loop;
end $$;
create table indicator.value_rest partition of indicator.value default;

-- Which definitions the roll-ups were computed with: when they change, everything is computed again.
create table indicator.computed (
    definitions text primary key
);

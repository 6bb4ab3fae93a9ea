-- Sums of one province are found without those of all others.
drop index indicator.total_level;
create index total_level on indicator.total (measure, year, province) where level in ('PROVINCE', 'COUNTRY');

-- Kept sums are found by their unit; the key says the province as well, so that it holds wherever the table lies.
alter table indicator.total drop constraint total_pkey;
alter table indicator.total add constraint total_pkey primary key (unit, year, measure, province);

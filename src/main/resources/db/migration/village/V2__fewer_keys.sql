-- The change of a period is written in the same transaction, before it, and never deleted alone: a key checked for every row costs a third of the loading.
alter table village.period drop constraint period_province_made_by_fkey;
alter table village.period drop constraint period_province_ended_by_fkey;

-- Sums: of how many units they are the whole, not only some of it or some parts of the year.
alter table indicator.total add column whole int not null default 0;
-- Computed again at the next start, in the background.
truncate indicator.computed;

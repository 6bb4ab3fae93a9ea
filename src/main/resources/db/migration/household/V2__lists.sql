-- Households that a list brought in, so that the list can be taken back as one.
alter table household.household add column batch uuid;
comment on column household.household.batch is 'The list that brought it in; null: it was entered by itself. Only a household of a list that nobody touched since is ever removed.';
create index household_batch on household.household (province, batch) where batch is not null;

-- Jobs and work that falls due are a module of their own (decision 19).
create schema jobs;

alter table shared.job set schema jobs;
alter table shared.due set schema jobs;

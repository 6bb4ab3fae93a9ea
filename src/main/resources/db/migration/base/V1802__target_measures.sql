-- What a target is held against is the target's, not the indicator's.
create schema target;

alter table indicator.link set schema target;
alter table indicator.typed set schema target;

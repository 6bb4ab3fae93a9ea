-- Rounds are kept by round (its own migrations go on from here); returns go on naming theirs by its key.
create schema round;

drop view collection.round_v;
alter table collection.round set schema round;
alter table collection.round_step set schema round;
alter table collection.standing set schema round;

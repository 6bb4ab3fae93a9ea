-- partial: what counts of a return that a reorganisation made is not the whole of its unit: a former unit's figures are still missing in it, or it is
-- what is left of a unit that was split. Until its own return is accepted such a unit has not reported.
alter table collection.submission add column partial boolean not null default false;
-- The one definition of "received": sent, or accepted once and being amended. Lists, boards, cards and sums all read it.
alter table collection.submission add column received boolean not null
    generated always as (status in ('SUBMITTED', 'ACCEPTED') or accepted is not null and not partial) stored;
drop index collection.submission_round;
create index submission_round on collection.submission (province, round, unit) include (status, received, counted, partial, sent_at, above);

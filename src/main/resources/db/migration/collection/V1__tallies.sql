-- What was counted from records for the lines of a return lies in its row, beside what is typed: the two are compared wherever either changes.
create function collection.differing(figures jsonb, tally jsonb) returns int language sql immutable parallel safe as $$
    select case when tally is null then 0 else
        (select count(*)::int from jsonb_each(tally) t where (figures ->> t.key)::numeric <> (t.value ->> 'figure')::numeric) end
$$;

alter table collection.submission add column tally jsonb, add column tallied_at timestamptz, add column fills int not null default 0;
alter table collection.submission add column differs int not null generated always as (collection.differing(figures, tally)) stored;
comment on column collection.submission.tally is 'By line: what was counted from records and where; null: never counted. A return that was sent keeps what was counted then.';
comment on column collection.submission.fills is 'How many of its versions came of lines filled with what was counted: a return whose version is no higher was typed by nobody.';
comment on column collection.submission.differs is 'Lines whose figure is not what was counted.';
create index submission_untallied on collection.submission (province, round) where tallied_at is null and status in ('DRAFT', 'RETURNED');
create index submission_differs on collection.submission (province, round) where differs > 0;

alter table collection.step add column tally jsonb;
comment on column collection.step.tally is 'What was counted when it was sent or accepted.';

create or replace view collection.submission_v as
    select province, id, round, form, year, part, unit, above, receiver, status, figures, notes, narrative, version, sent_at, changed_at,
        accepted, counted, received, ad_hoc, version = fills as untouched
    from collection.submission;
comment on view collection.submission_v is 'Every return that is asked of a unit. above: it and the units over it on the day of the round, the country last; figures: as they stand; accepted: those that count, null: none do; received: it was sent or counts; ad_hoc: asked for once, counts for no indicator; untouched: nobody has typed into it.';

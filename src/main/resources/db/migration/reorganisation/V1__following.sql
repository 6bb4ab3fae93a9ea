-- Records that move with their units in parts, each part a transaction of its own (decision 26). One row for each kind of records and
-- province; written together with the records of each part, so that whoever goes on after a crash begins where the last part ended.
create table reorganisation.following (
    reorganisation uuid     not null references reorganisation.reorganisation on delete cascade,
    records        text     not null,
    province       smallint not null,
    estimate       int      not null check (estimate >= 0),
    done           int      not null default 0 check (done >= 0),
    open           boolean  not null default true,
    failed_at      timestamptz,
    primary key (reorganisation, records, province)
);
comment on column reorganisation.following.done is 'records that have moved and were not put back';
comment on column reorganisation.following.open is 'false: nothing was left to move, or to put back while the reorganisation is being undone';
create index following_open on reorganisation.following (reorganisation) where open;

-- UNDOING: records go back in parts; the units go back with the last of them, and what was noted of the undoing becomes the decision.
-- undo_stopped_at: undoing was given up, because somebody had used the new units meanwhile.
alter table reorganisation.reorganisation drop constraint reorganisation_status_check;
alter table reorganisation.reorganisation add constraint reorganisation_status_check
    check (status in ('DRAFT', 'CONFIRMED', 'UNDOING', 'UNDONE'));
alter table reorganisation.reorganisation
    add column decided_account uuid,
    add column undo_by text,
    add column undo_account uuid,
    add column undo_at timestamptz,
    add column undo_stopped_at timestamptz;

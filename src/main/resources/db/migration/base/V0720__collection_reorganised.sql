-- Returns of units that were reorganised while their round was open.
alter table collection.submission drop constraint submission_status_check;
alter table collection.submission add constraint submission_status_check
    check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'PASSED'));
alter table collection.step drop constraint step_action_check;
alter table collection.step add constraint step_action_check
    check (action in ('SUBMIT', 'RECALL', 'ACCEPT', 'RETURN', 'AMEND', 'REORGANISE'));

-- What a return was before it was passed on, and what the new one was when it was made: undoing puts the one back and looks whether the
-- other was touched. A passed return lies within no unit (above empty): nobody expects or counts it any more.
create table collection.passed (
    reorganisation uuid     not null,
    province       smallint not null,
    submission     uuid     not null,
    status         text     not null,
    accepted       jsonb,
    above          int[]    not null,
    primary key (reorganisation, province, submission)
);
create table collection.successor (
    reorganisation uuid     not null,
    province       smallint not null,
    submission     uuid     not null,
    primary key (reorganisation, province, submission)
);

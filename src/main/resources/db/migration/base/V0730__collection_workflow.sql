-- Inside the reporting unit a return is typed, checked and approved, if the unit asks for it. Which step may follow which is decided in one
-- place, the table of SubmissionStatus; the lists of words here only repeated it.
alter table collection.submission drop constraint if exists submission_status_check;
alter table collection.step drop constraint if exists step_action_check;

create table collection.route (
    unit     int primary key,
    checks   boolean not null,
    approves boolean not null
);

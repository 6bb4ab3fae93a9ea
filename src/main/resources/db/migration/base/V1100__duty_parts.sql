-- Work that recurs within a year falls due several times in it; a task may have several reports, each with its own day.
alter table duty.assignment drop constraint assignment_frequency_check;
alter table duty.assignment add constraint assignment_frequency_check
    check (frequency in ('ONCE', 'YEARLY', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY', 'STANDING', 'ON_EVENT'));
alter table duty.assignment drop constraint assignment_element_agency_label_kind_year_key;
alter table duty.assignment add unique nulls not distinct (element, agency_label, kind, year, frequency, due);

-- part: which time of the year it is, from 0.
alter table duty.duty add column part smallint not null default 0;
alter table duty.duty drop constraint duty_assignment_agency_year_key;
alter table duty.duty add unique (assignment, agency, year, part);

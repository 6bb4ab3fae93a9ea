-- An assignment that an amendment of its plan has ended: nothing more is opened for it; what was done stays.
alter table duty.assignment add column ended_at timestamptz;

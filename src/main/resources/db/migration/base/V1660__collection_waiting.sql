-- What waits to be decided on, by who decides: counted in this index alone. It holds the returns that were just sent and no others.
create index submission_waiting on collection.submission (province, round, receiver) include (above) where status = 'SUBMITTED';

-- Telling people lies below everybody who tells; the board of who is late stays above.
create schema notice;

alter table coordination.notice set schema notice;
alter table coordination.notice_read set schema notice;
alter table coordination.mail set schema notice;
alter table coordination.absence set schema notice;

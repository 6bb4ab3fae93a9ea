-- The key of what was read says the province, as every key of a table that grows.
alter table notice.notice_read drop constraint notice_read_pkey;
alter table notice.notice_read add constraint notice_read_pkey primary key (province, account, notice);
create index if not exists notice_read_notice on notice.notice_read (province, notice);
select shared.by_province('notice.notice');
select shared.by_province('notice.notice_read');

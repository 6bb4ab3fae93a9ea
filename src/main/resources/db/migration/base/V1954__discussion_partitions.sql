-- A comment lies with its province, the file with all files: nothing that the database could hold together once they are on different servers.
alter table discussion.comment_file drop constraint comment_file_attachment_fkey;
select shared.by_province('discussion.comment');
select shared.by_province('discussion.comment_file');

-- What is in a file lies apart from what is known of it, once for everybody who keeps the same bytes. Whoever keeps a file refers to it by a
-- foreign key; what nobody refers to any more goes after a while (document.forget_content).
create table document.content (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size   integer     not null,
    bytes  bytea       not null,
    at     timestamptz not null
);
-- Files are packed already: packing them again costs time and wins nothing.
alter table document.content alter column bytes set storage external;

update document.attachment set sha256 = encode(sha256(content), 'hex') where sha256 <> encode(sha256(content), 'hex');
insert into document.content select distinct on (sha256) sha256, length(content), content, at from document.attachment order by sha256, at;
alter table document.attachment drop column content, add foreign key (sha256) references document.content;
create index attachment_content on document.attachment (sha256);
drop index document.attachment_sha256;

-- Removes what no foreign key reaches any more and nobody put there again since a moment.
create function document.forget_content(before timestamptz) returns int language plpgsql as $$
declare
    reached text;
    gone    int;
begin
    select coalesce(string_agg(format('and not exists (select 1 from %s r where r.%I = c.sha256)', k.conrelid::regclass, a.attname), ' '), '')
    into reached
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'document.content'::regclass and k.conparentid = 0;
    execute 'delete from document.content c where c.at < $1 ' || reached using before;
    get diagnostics gone = row_count;
    return gone;
end $$;

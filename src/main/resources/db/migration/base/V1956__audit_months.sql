-- The trail by month. What was written before stays where it is, untouched and sealed, as the first part; months to come are made ahead of time.
-- "later" takes what no month was made for: an entry is never refused.
set local timezone = 'Asia/Ho_Chi_Minh';
alter table audit.entry rename to entry_before;
drop trigger link on audit.entry_before;
drop trigger keep on audit.entry_before;
alter table audit.entry_before alter column id drop identity;
alter table audit.entry_before drop constraint entry_pkey, drop constraint entry_chain_n_key;
alter index audit.entry_subject rename to entry_before_subject;
alter index audit.entry_at rename to entry_before_at;
drop function audit.digest(audit.entry_before);

-- One link of a chain has one number: each chain is written by one writer at a time, who holds its row of audit.head.
create table audit.entry (
    id           bigint generated always as identity,
    chain        uuid        not null,
    n            bigint      not null,
    at           timestamptz not null,
    account      uuid,
    account_name text        not null,
    agency       int,
    unit         int,
    action       text        not null,
    subject_kind text        not null,
    subject_id   text        not null,
    detail       jsonb       not null,
    previous     bytea       not null,
    hash         bytea       not null,
    primary key (id, at),
    unique (chain, n, at)
) partition by range (at);
create index entry_subject on audit.entry (subject_kind, subject_id, id desc);
create index entry_at on audit.entry (at desc);

create function audit.digest(e audit.entry) returns bytea
    language sql stable
    return sha256(convert_to(jsonb_build_array(
        e.chain, e.n, extract(epoch from e.at)::text, e.account, e.account_name, e.agency, e.unit, e.action,
        e.subject_kind, e.subject_id, e.detail, encode(e.previous, 'hex'))::text, 'UTF8'));

create trigger link before insert on audit.entry for each row execute function audit.link();
create trigger keep before update or delete on audit.entry for each row execute function audit.refuse();
create trigger keep_all before truncate on audit.entry for each statement execute function audit.refuse();

do $$
declare
    next date := date_trunc('month', greatest(current_date, (select max(at) from audit.entry_before)::date))::date + interval '1 month';
begin
    execute format('alter table audit.entry attach partition audit.entry_before for values from (minvalue) to (%L)', next);
    perform setval(pg_get_serial_sequence('audit.entry', 'id'), coalesce((select max(id) from audit.entry_before), 0) + 1, false);
end $$;
create table audit.entry_later partition of audit.entry default;
create trigger keep_all before truncate on audit.entry_later for each statement execute function audit.refuse();

-- Makes the months from the day's to so many ahead; the application asks for it, the owner's rights do it. A month that "later" already holds
-- entries of stays there.
create function audit.make_months(day date, ahead int) returns int language plpgsql security definer
    set search_path = audit, pg_temp set timezone = 'Asia/Ho_Chi_Minh' as $$
declare
    month date;
    part  text;
    made  int := 0;
begin
    perform pg_advisory_xact_lock(hashtext('audit.make_months'));
    for month in select date_trunc('month', day)::date + make_interval(months => i) from generate_series(0, least(ahead, 36)) i loop
        part := 'entry_' || to_char(month, 'YYYY_MM');
        if to_regclass('audit.' || part) is null
            and not exists (select 1 from audit.entry where at >= month and at < month + interval '1 month')
            and not exists (
                select 1 from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'audit.entry'::regclass and c.relname = 'entry_before'
                  and month < substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''')::timestamptz) then
            execute format('create table audit.%I partition of audit.entry for values from (%L) to (%L)', part, month, month + interval '1 month');
            execute format('create trigger keep_all before truncate on audit.%I for each statement execute function audit.refuse()', part);
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
revoke execute on function audit.make_months(date, int) from public;

select audit.make_months(current_date, 3);

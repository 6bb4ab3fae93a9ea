-- One way to cut a table that grows by province: shared.by_province('schema.table'). May be said again; keeps rows, keys, indexes and foreign
-- keys. A province to come has its rows in the part "rest".
create function shared.provinces() returns int[] language sql immutable
    return array[1, 4, 8, 11, 12, 14, 15, 19, 20, 22, 24, 25, 31, 33, 37, 38, 40, 42, 44, 46, 48, 51, 52, 56, 66, 68, 75, 79, 80, 82, 86, 91, 92, 96];

create function shared.by_province(whole regclass) returns void language plpgsql as $$
declare
    s text;
    t text;
    columns text;
    later text[];
    sentence text;
    code int;
begin
    select n.nspname, c.relname into s, t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = whole and c.relkind = 'r';
    if not found then
        return;
    end if;
    -- Said again once the rows have moved: keys first, then indexes, then what refers to the table.
    select array_agg(said order by step, said) into later from (
        select case contype when 'f' then 3 else 1 end as step,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as said
        from pg_constraint where contype in ('p', 'u', 'f') and conparentid = 0 and (conrelid = whole or confrelid = whole)
        union all
        select 2, pg_get_indexdef(i.indexrelid) from pg_index i
        where i.indrelid = whole and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)) every;
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
    where attrelid = whole and attnum > 0 and not attisdropped and attgenerated = '';

    execute format('alter table %I.%I rename to %I', s, t, t || '_before');
    execute format('create table %I.%I (like %I.%I including all excluding indexes) partition by list (province)', s, t, s, t || '_before');
    foreach code in array shared.provinces() loop
        execute format('create table %1$I.%3$I partition of %1$I.%2$I for values in (%4$s) with (fillfactor = 80)', s, t, t || '_' || code, code);
    end loop;
    execute format('create table %1$I.%3$I partition of %1$I.%2$I default', s, t, t || '_rest');
    execute format('insert into %1$I.%2$I (%3$s) select %3$s from %1$I.%4$I', s, t, columns, t || '_before');
    execute format('drop table %I.%I cascade', s, t || '_before');
    foreach sentence in array later loop
        execute sentence;
    end loop;
end $$;

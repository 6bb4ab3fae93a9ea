-- One way to cut a table that grows by province: shared.by_province('schema.table'). May be said again; keeps rows, keys, indexes, foreign keys and
-- views. A province to come has its rows in the part "rest". shared.in_one_piece is the way back, for servers that cut by themselves.
create function shared.provinces() returns int[] language sql immutable
    return array[1, 4, 8, 11, 12, 14, 15, 19, 20, 22, 24, 25, 31, 33, 37, 38, 40, 42, 44, 46, 48, 51, 52, 56, 66, 68, 75, 79, 80, 82, 86, 91, 92, 96];

-- What must be said again when a table was made anew: keys, indexes, foreign keys of it and to it, views on it, in this order.
create function shared.around(whole regclass) returns text[] language sql stable as $$
    with recursive view_on (id, depth) as (
        select r.ev_class, 1 from pg_depend d join pg_rewrite r on r.oid = d.objid
        where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = whole
        union
        select r.ev_class, v.depth + 1 from view_on v
        join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = v.id and d.classid = 'pg_rewrite'::regclass
        join pg_rewrite r on r.oid = d.objid and r.ev_class <> v.id)
    select array_agg(said order by step, said) from (
        select case contype when 'f' then 3 else 1 end as step,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as said
        from pg_constraint where contype in ('p', 'u', 'f') and conparentid = 0 and (conrelid = whole or confrelid = whole)
        union all
        select 2, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') from pg_index i
        where i.indrelid = whole and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
        union all
        select 3 + max(depth), format('create view %s as %s', id::regclass, pg_get_viewdef(id)) from view_on group by id) every
$$;

create function shared.made_anew(whole regclass, parted boolean) returns void language plpgsql as $$
declare
    s text;
    t text;
    columns text;
    later text[] := shared.around(whole);
    sentence text;
    code int;
begin
    select n.nspname, c.relname into s, t from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = whole;
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
    where attrelid = whole and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('alter table %I.%I rename to %I', s, t, t || '_before');
    execute format('create table %I.%I (like %I.%I including all excluding indexes) %s', s, t, s, t || '_before',
        case when parted then 'partition by list (province)' else 'with (fillfactor = 80)' end);
    if parted then
        foreach code in array shared.provinces() loop
            execute format('create table %1$I.%3$I partition of %1$I.%2$I for values in (%4$s) with (fillfactor = 80)', s, t, t || '_' || code, code);
        end loop;
        execute format('create table %1$I.%3$I partition of %1$I.%2$I default', s, t, t || '_rest');
    end if;
    execute format('insert into %1$I.%2$I (%3$s) select %3$s from %1$I.%4$I', s, t, columns, t || '_before');
    execute format('drop table %I.%I cascade', s, t || '_before');
    foreach sentence in array later loop
        execute sentence;
    end loop;
end $$;

create function shared.by_province(whole regclass) returns void language plpgsql as $$
begin
    if exists (select 1 from pg_class where oid = whole and relkind = 'r') then
        perform shared.made_anew(whole, true);
    end if;
end $$;

create function shared.in_one_piece(whole regclass) returns void language plpgsql as $$
begin
    if exists (select 1 from pg_class where oid = whole and relkind = 'p') then
        perform shared.made_anew(whole, false);
    end if;
end $$;

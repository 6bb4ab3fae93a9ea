-- A return of a commune with what is typed and what counts is about 3 kB. It stays as it is: packing it smaller and unpacking it for every list
-- and sum takes longer than reading the larger rows.
do $$
declare
    part regclass;
begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'collection.submission'::regclass loop
        execute format('alter table %s set (toast_tuple_target = 4080)', part);
    end loop;
end $$;

-- Lists of a province are narrowed, counted and sorted from one index, whatever choices narrow them: the records themselves are read only for the page
-- that is shown. What a record says in codes stands beside it for that.
create function register.codes(data jsonb) returns jsonb
    language sql immutable parallel safe
    return (select coalesce(jsonb_object_agg(said.key, said.value), '{}') from jsonb_each(data) said
        where jsonb_typeof(said.value) = 'string' and said.value #>> '{}' ~ '^[A-Z][A-Z0-9_]{0,39}$');

alter table register.record add column codes jsonb not null generated always as (register.codes(data)) stored;
comment on column register.record.codes is 'The fields of data that say one code in capitals, for record_days alone.';

drop index register.record_days;
create index record_days on register.record (province, register, on_day desc, id desc) include (state, files, unit, agency, codes, name) where merged_into is null;

create or replace view register.record_v as
    select province, id, register, register_version, unit, agency, village, state, on_day, data, name, search, open_search,
        register.lexemes(search) as lexemes, files, version, source, batch, merged_into, demo, made_at, changed_at, changed_by, codes
    from register.record;

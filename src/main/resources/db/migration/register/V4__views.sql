-- What other modules may read of records in SQL.
create view register.record_v as
    select province, id, register, register_version, unit, agency, village, state, on_day, data, name, search, open_search,
        register.lexemes(search) as lexemes, files, version, source, batch, merged_into, demo, made_at, changed_at, changed_by
    from register.record;
comment on view register.record_v is 'Every record, those that another took the place of too (merged_into). unit: who kept it when it was made; on_day: its leading day; data: values by field; search: its words, open_search without what names people, lexemes as the index has them; files: how many prove it.';

create view register.span_v as
    select province, record, no, register, state, first, until from register.span;
comment on view register.span_v is 'The states a record was in, one after another: on the days [first, until), until null: today too.';

create view register.link_v as
    select province, record, field, target from register.link;
comment on view register.link_v is 'A record and another that it refers to, by field or table.column.';

create view register.file_v as
    select province, record, attachment, at from register.file;
comment on view register.file_v is 'The files that prove a record.';

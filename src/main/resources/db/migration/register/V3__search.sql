-- Records of a province are found by the beginnings of their words: SearchWords.lexemes() goes ahead of public.holds. The whole text without
-- blanks is one word more, as in public.holds; of a word nothing longer is kept than anybody types.
create function register.lexemes(t text) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(string_to_array(btrim(case when length(t) <= 200 then t || ' ' || replace(t, ' ', '')
        else regexp_replace(t || ' ' || replace(t, ' ', ''), '([^ ]{200})[^ ]+', '\1', 'g') end), ' '));

create index record_words on register.record using gin (register.lexemes(search)) where merged_into is null;

-- What a province's registers hold is added up from this index alone; what is overdue is looked for among those in states that can be.
create index record_states on register.record (province, register, state, on_day, files) where merged_into is null;

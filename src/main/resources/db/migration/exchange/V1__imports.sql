-- Files on their way in are the matter of imports now, whatever they bring in (decision 29). What senders taught and what can still be taken
-- back goes along, written as there; what was on its way is asked for its columns again.

-- A mapping of columns, answers and choices out of the shape of a table of figures.
create function exchange.moved(old jsonb) returns jsonb language sql as $$
    select case when old is null then null else jsonb_build_object(
        'sheet', old -> 'sheet',
        'header', old -> 'header',
        'first', old -> 'first',
        'columns', coalesce(old -> 'fields', '{}')
            || case when (old ->> 'note')::int >= 0 then jsonb_build_object(old ->> 'note', '@note') else '{}' end
            || case when (old ->> 'value')::int >= 0 then jsonb_build_object(old ->> 'value', '@value') else '{}' end
            || case when (old ->> 'name')::int >= 0 then jsonb_build_object(old ->> 'name', '@second') else '{}' end
            || case when (old ->> 'key')::int >= 0
                then jsonb_build_object(old ->> 'key', case old ->> 'shape' when 'LINES_DOWN' then '@line' else '@unit' end)
                else '{}' end,
        'answers', jsonb_strip_nulls(jsonb_build_object(
            'unit', nullif(old ->> 'unit', ''),
            'spelling', case old ->> 'spelling' when 'VIETNAMESE' then 'vi' when 'ENGLISH' then 'en' end)),
        'chosen', coalesce((select jsonb_object_agg('@unit:' || said, code)
            from jsonb_each_text(nullif(old -> 'chosen', 'null')) each (said, code)), '{}')) end
$$;

insert into imports.mapping (sender, target, signature, mapping, changed_at)
select sender, 'return:' || form, signature, exchange.moved(mapping), changed_at from exchange.mapping;

insert into imports.import (id, account, sender, kind, key, file_name, status, done, total, signature, mapping, outcome, left_out, created_at, changed_at)
select id, account, sender, 'return', round::text, file_name,
    case when status in ('COMPARING', 'PREVIEW', 'WRITING') then 'MAPPING' else status end, done, total, signature,
    exchange.moved(mapping),
    regexp_replace(
        replace(replace(replace(outcome::text, '"figures":', '"values":'), '"unit":', '"name":'), '"last":', '"beside":'),
        '"exchange\.(wrong\.(twice|wide|otherTable))"', '"imports.\1"', 'g')::jsonb,
    regexp_replace(left_out::text, '"exchange\.(left\.(sheet|row|column|merged|otherSheet|noHeading|header|heading|total)|wrong\.otherTable)"',
        '"imports.\1"', 'g')::jsonb, created_at, changed_at
from exchange.import where mapping is not null or status not in ('MAPPING', 'COMPARING', 'PREVIEW', 'WRITING');

insert into imports.line (import, sheet, number, cells)
select import, sheet, number, cells from exchange.line where import in (select id from imports.import);

-- Of those that were saved: what stood before each change, to be put back.
insert into imports.entry (import, ordinal, status, content)
select e.import, e.ordinal, e.status, jsonb_build_object(
    'key', c.content ->> 'unit',
    'name', c.content -> 'name',
    'row', c.content -> 'row',
    'status', e.status,
    'changes', c.content -> 'changes',
    'texts', coalesce((select jsonb_agg(jsonb_build_array(t.key, c.content -> 'before' ->> t.key, t.value, null, null))
        from jsonb_each_text(c.content -> 'texts') t), '[]'),
    'same', c.content -> 'same',
    'warnings', '[]'::jsonb,
    'faults', '[]'::jsonb,
    'doubts', '[]'::jsonb,
    'memo', jsonb_build_object('province', c.content ->> 'province', 'version', c.content ->> 'version'))::text
from exchange.entry e
join imports.import i on i.id = e.import and i.status in ('DONE', 'UNDOING')
cross join lateral (select e.content::jsonb as content) c;

drop schema exchange cascade;

-- Fills schema unit from the temporary tables unit_spell … that hold the files of resources/unit. May run again with newer files:
-- what an installation added or closed itself stays.
-- Foreign keys are checked and the search index is built once at the end, not row by row: four times as fast. Both functions act for the owner
-- of the tables.

select unit.before_loading();

insert into unit.unit_type select type, coalesce(vi, ''), coalesce(en, ''), en_first, urban from file_unit_type
on conflict (type) do update set vi = excluded.vi, en = excluded.en, en_first = excluded.en_first, urban = excluded.urban;

insert into unit.act select number, adopted from file_act
on conflict (number) do update set adopted = excluded.adopted;

insert into unit.unit
select unit, min(level), min(province), min(coalesce(valid_from, '-infinity')), max(coalesce(valid_to, 'infinity'))
from file_unit_spell group by unit
on conflict (id) do update set valid_to = least(unit.unit.valid_to, excluded.valid_to), province = excluded.province;

insert into unit.unit_name (unit, valid_from, valid_to, code, alt_code, type, name, full_name, act)
select s.unit, min(coalesce(s.valid_from, '-infinity')), max(coalesce(s.valid_to, 'infinity')), coalesce(s.code, ''),
       max(coalesce(s.alt_code, '')), s.type, s.name, trim(t.vi || ' ' || s.name), max(s.act)
from file_unit_spell s join unit.unit_type t using (type)
group by s.unit, s.code, s.type, s.name, t.vi
on conflict (unit, valid_from) do update set valid_to = least(unit.unit_name.valid_to, excluded.valid_to),
    code = excluded.code, alt_code = excluded.alt_code, name = excluded.name, full_name = excluded.full_name, act = excluded.act;

insert into unit.unit_parent (unit, valid_from, valid_to, parent)
select unit, min(coalesce(valid_from, '-infinity')), max(coalesce(valid_to, 'infinity')), parent
from file_unit_spell where parent is not null group by unit, parent
on conflict (unit, valid_from) do update
    set valid_to = least(unit.unit_parent.valid_to, excluded.valid_to), parent = excluded.parent;

insert into unit.lineage (ancestor, unit, depth, level, valid_from, valid_to)
with recursive up as (
    select u.id as ancestor, u.id as unit, 0 as depth, u.level, u.valid_from, u.valid_to
    from unit.unit u where u.id in (select unit from file_unit_spell)
    union all
    select p.parent, up.unit, up.depth + 1, up.level,
           greatest(up.valid_from, p.valid_from), least(up.valid_to, p.valid_to)
    from up join unit.unit_parent p on p.unit = up.ancestor
    where greatest(up.valid_from, p.valid_from) < least(up.valid_to, p.valid_to)
)
select ancestor, unit, min(depth), min(level), min(valid_from), max(valid_to) from up group by ancestor, unit, depth
on conflict (unit, ancestor, valid_from) do update set valid_to = excluded.valid_to, depth = excluded.depth;

insert into unit.succession select from_unit, to_unit, share, on_date, act, coalesce(clause, '') from file_succession
on conflict (from_unit, to_unit) do update
    set share = excluded.share, on_date = excluded.on_date, act = excluded.act, clause = excluded.clause;

insert into unit.formation select unit, act, clause, text from file_clause
on conflict (unit) do update set act = excluded.act, clause = excluded.clause, words = excluded.words;

select unit.after_loading();

-- Applies a reorganisation. Parameters: id, on; the new units (targets …), the units that go on under another spelling (kept …), the units
-- that end with what stands in their place (ended, heirs), and the links (froms, tos …), each as arrays of equal length.

insert into unit.act (number, adopted) select distinct number, cast(:adopted as date) from unnest(:acts) a(number) where number <> ''
on conflict do nothing;

insert into unit.unit (id, level, province, valid_from, valid_to)
select t.id, t.level, t.province, :on, 'infinity' from unnest(:targets, :levels, :provinces) t(id, level, province);

-- What ends, with the end it had.
insert into unit.reorganisation_ended (reorganisation, what, unit, other, valid_from, valid_to)
select :id, 'UNIT', id, 0, valid_from, valid_to from unit.unit where id = any(:ended)
union all
select :id, 'NAME', unit, 0, valid_from, valid_to from unit.unit_name where unit = any(:ended || :kept) and valid_to > :on
union all
select :id, 'PARENT', unit, 0, valid_from, valid_to from unit.unit_parent
where (unit = any(:ended) or parent = any(:ended)) and valid_to > :on
union all
select :id, 'LINEAGE', unit, ancestor, valid_from, valid_to from unit.lineage where unit = any(:ended) and valid_to > :on
union
select :id, 'LINEAGE', l.unit, l.ancestor, l.valid_from, l.valid_to
from unit.unit_parent p
join unit.lineage below on below.ancestor = p.unit and below.valid_to > :on
join unit.lineage l on l.unit = below.unit and l.depth > below.depth and l.valid_to > :on
where p.parent = any(:ended) and p.valid_to > :on and p.unit <> all(:ended)
on conflict do nothing;

update unit.unit u set valid_to = :on from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'UNIT' and u.id = e.unit;
update unit.unit_name n set valid_to = :on from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'NAME' and n.unit = e.unit and n.valid_from = e.valid_from;
update unit.unit_parent p set valid_to = :on from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'PARENT' and p.unit = e.unit and p.valid_from = e.valid_from;
update unit.lineage l set valid_to = :on from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'LINEAGE' and l.unit = e.unit and l.ancestor = e.other and l.valid_from = e.valid_from;

-- What begins.
insert into unit.unit_name (unit, valid_from, valid_to, code, type, name, full_name, act)
select t.id, :on, 'infinity', t.code, t.type, t.name, trim(y.vi || ' ' || t.name), nullif(t.act, '')
from unnest(:targets, :codes, :types, :names, :targetActs) t(id, code, type, name, act) join unit.unit_type y on y.type = t.type;

insert into unit.unit_name (unit, valid_from, valid_to, code, alt_code, type, name, full_name, act)
select k.unit, :on, 'infinity', n.code, n.alt_code, n.type, k.name, trim(y.vi || ' ' || k.name), nullif(k.act, '')
from unnest(:kept, :keptNames, :keptActs) k(unit, name, act)
join unit.unit_name n on n.unit = k.unit and n.valid_to = :on join unit.unit_type y on y.type = n.type;

insert into unit.unit_parent (unit, valid_from, valid_to, parent)
select t.id, cast(:on as date), date 'infinity', t.parent from unnest(:targets, :parents) t(id, parent)
union all
select p.unit, :on, date 'infinity', h.heir
from unit.reorganisation_ended e
join unit.unit_parent p on p.unit = e.unit and p.valid_from = e.valid_from
join unnest(:ended, :heirs) h(unit, heir) on h.unit = p.parent
where e.reorganisation = :id and e.what = 'PARENT' and e.unit <> all(:ended);

insert into unit.lineage (ancestor, unit, depth, level, valid_from, valid_to)
with recursive target as (select * from unnest(:targets, :levels) t(id, level)),
moved(unit) as (
    select id from target
    union select unit from unit.reorganisation_ended where reorganisation = :id and what = 'PARENT' and unit <> all(:ended)),
up(unit, ancestor, depth) as (
    select m.unit, p.parent, 1 from moved m join unit.unit_parent p on p.unit = m.unit and p.valid_from <= :on and p.valid_to > :on
    union all
    select up.unit, p.parent, up.depth + 1
    from up join unit.unit_parent p on p.unit = up.ancestor and p.valid_from <= :on and p.valid_to > :on),
below as (
    select l.ancestor, l.unit, l.depth, l.level from unit.lineage l join moved m on m.unit = l.ancestor
    where l.valid_from <= :on and l.valid_to > :on
    union all select id, id, 0, level from target)
select id, id, 0, level, cast(:on as date), cast('infinity' as date) from target
union all
select up.ancestor, below.unit, up.depth + below.depth, below.level, :on, date 'infinity' from up join below on below.ancestor = up.unit;

insert into unit.succession (from_unit, to_unit, share, on_date, act, clause, households, reorganisation)
select s.from_unit, s.to_unit, s.share, :on, nullif(s.act, ''), s.clause, s.households, :id
from unnest(:froms, :tos, :shares, :linkActs, :clauses, :households) s(from_unit, to_unit, share, act, clause, households)

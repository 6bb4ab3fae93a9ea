-- Takes a reorganisation back. Parameters: id, on, made (the new units).

delete from unit.lineage l where l.unit = any(:made)
or l.valid_from = :on and l.depth > 0
   and exists (select 1 from unit.reorganisation_ended e where e.reorganisation = :id and e.what = 'LINEAGE' and e.unit = l.unit);
delete from unit.unit_parent p where p.unit = any(:made)
or p.valid_from = :on
   and exists (select 1 from unit.reorganisation_ended e where e.reorganisation = :id and e.what = 'PARENT' and e.unit = p.unit);
delete from unit.unit_name n where n.unit = any(:made)
or n.valid_from = :on
   and exists (select 1 from unit.reorganisation_ended e where e.reorganisation = :id and e.what = 'NAME' and e.unit = n.unit);
delete from unit.succession where reorganisation = :id;
delete from unit.unit where id = any(:made);

update unit.unit u set valid_to = e.valid_to from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'UNIT' and u.id = e.unit;
update unit.unit_name n set valid_to = e.valid_to from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'NAME' and n.unit = e.unit and n.valid_from = e.valid_from;
update unit.unit_parent p set valid_to = e.valid_to from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'PARENT' and p.unit = e.unit and p.valid_from = e.valid_from;
update unit.lineage l set valid_to = e.valid_to from unit.reorganisation_ended e
where e.reorganisation = :id and e.what = 'LINEAGE' and l.unit = e.unit and l.ancestor = e.other and l.valid_from = e.valid_from;

delete from unit.reorganisation_ended where reorganisation = :id

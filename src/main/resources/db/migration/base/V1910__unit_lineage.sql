create view unit.lineage_v as select ancestor, unit, depth, level, valid_from, valid_to from unit.lineage;
comment on view unit.lineage_v is 'Every unit with every unit above it, itself included (depth 0), on the days [valid_from, valid_to). level: of the unit below.';

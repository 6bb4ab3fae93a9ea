-- A role may be held for one village of its unit.
alter table access.role_held add column village uuid;
comment on column access.role_held.village is 'The one village of the unit that the role reaches, itself or by what it became; null: the unit as a whole.';

alter table duty.progress add column records uuid[] not null default '{}';
comment on column duty.progress.records is 'Records of registers that the report names; they prove it as they stand, no word of the report follows from them.';

-- Transfers that came with a reorganisation of units: undoing it takes them back.
alter table duty.transfer add column reorganisation uuid;
create index transfer_reorganisation on duty.transfer (reorganisation) where reorganisation is not null;

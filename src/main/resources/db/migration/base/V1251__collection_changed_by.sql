-- Who typed last: whoever meets the change learns the name.
alter table collection.submission add column changed_by text not null default '';

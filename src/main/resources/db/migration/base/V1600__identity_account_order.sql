-- The list of accounts is read in the order of names, those that may sign in first.
create index account_by_name on identity.account (active desc, name_vi collate public.vietnamese, id);

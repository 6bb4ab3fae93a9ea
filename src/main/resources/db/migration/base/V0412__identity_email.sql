-- Where an account wants its letters; blank: none.
alter table identity.account add column email text not null default '';

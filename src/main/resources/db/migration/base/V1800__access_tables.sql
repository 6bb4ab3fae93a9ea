-- Identity was two ideas: what an account may do is access's, how its holder comes in is signin's.
create schema access;

alter table identity.account set schema access;
alter table identity.role_held set schema access;
alter table identity.moved set schema access;
alter table identity.request set schema access;

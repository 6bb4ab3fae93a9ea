create schema signin;

alter table identity.reset set schema signin;
alter table identity.token set schema signin;
alter table identity.guess set schema signin;
alter table identity.session set schema signin;
alter table identity.session_attributes set schema signin;
alter function identity.seldom() set schema signin;

-- A session holds classes of the modules of before: everybody signs in once more.
delete from signin.session;

drop schema identity;

-- What other modules may read of accounts in SQL.
create view access.holder_v as
    select a.id as account, a.name_vi as name, a.email, a.active, h.role, h.unit, h.agency
    from access.account a join access.role_held h on h.account = a.id;
comment on view access.holder_v is 'Who holds which role where: one row an account, role, unit and agency. email: blank where no letters are wanted; active: the account may sign in.';

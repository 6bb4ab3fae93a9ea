-- Installations older than the mark: real where an administrator was made by setting up, or where no account is a demonstration's.
insert into database.installation (kind)
select case when exists (select 1 from audit.entry where action = 'identity.audit.setup')
              or not exists (select 1 from identity.account where demo) then 'real' else 'demo' end
where exists (select 1 from identity.account);

-- What an export holds only when it is asked to (docs/export.md).
comment on column access.account.password is 'export: secret';

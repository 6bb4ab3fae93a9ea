-- What an export holds only when it is asked to, and what it never holds (docs/export.md).
comment on table signin.token is 'export: secret';
comment on table signin.session is 'export: passing';
comment on table signin.session_attributes is 'export: passing';
comment on table signin.reset is 'export: passing';

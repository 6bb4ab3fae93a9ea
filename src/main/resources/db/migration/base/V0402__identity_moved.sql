-- Which accounts and roles followed a reorganisation, and where they were before: undoing puts them back.
create table identity.moved (
    reorganisation uuid not null,
    account        uuid not null references identity.account on delete cascade,
    role           text not null default '',
    unit           int  not null,
    agency         int  not null,
    to_unit        int  not null,
    to_agency      int  not null,
    primary key (reorganisation, account, role, unit, agency)
);

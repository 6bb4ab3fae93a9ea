-- What kinds of agency a unit of a level has, and when. only_units: '' = every unit; ids = only these; '-' and ids = all but these.
create table unit.agency_kind (
    level text not null,
    no smallint not null check (no between 1 and 99),
    kind text not null,
    body text not null,
    sector text not null,
    name text not null,
    short_name text not null,
    name_en text not null,
    valid_from date not null,
    valid_to date not null,
    only_units text not null,
    aliases text not null,
    primary key (level, no)
);

-- Which kind takes over from which when the first ends, and with what duties ('' = all).
create table unit.agency_kind_succession (
    from_level text not null,
    from_no smallint not null,
    to_level text not null,
    to_no smallint not null,
    duty text not null,
    duty_en text not null,
    primary key (from_level, from_no, to_level, to_no),
    foreign key (from_level, from_no) references unit.agency_kind,
    foreign key (to_level, to_no) references unit.agency_kind
);

-- Reference agencies have id = unit * 100 + no of their kind; added ones come from the sequence and have no = 0.
create table unit.agency (
    id integer primary key,
    unit integer not null references unit.unit,
    level text not null,
    no smallint not null,
    kind text not null,
    body text not null,
    sector text not null,
    name text not null,
    short_name text not null,
    name_en text not null,
    parent integer references unit.agency,
    valid_from date not null,
    valid_to date not null,
    check (valid_from < valid_to)
);
create index agency_unit on unit.agency (unit, kind);
create unique index agency_peoples_committee on unit.agency (unit) where kind = 'UBND';

create sequence unit.agency_added as integer start 500000000 minvalue 500000000;

-- Electronic identifier (QĐ 20/2020/QĐ-TTg). verified: seen in use or checked against the annex.
create table unit.agency_identifier (
    agency integer not null references unit.agency,
    code text not null,
    valid_from date not null,
    valid_to date not null,
    verified boolean not null,
    primary key (agency, valid_from)
);

-- Successions decided here, for agencies that the general rule does not cover.
create table unit.agency_succession (
    from_agency integer not null references unit.agency,
    to_agency integer not null references unit.agency,
    on_date date not null,
    duty text not null default '',
    primary key (from_agency, to_agency)
);

create table unit.committee (
    id uuid primary key,
    unit integer not null references unit.unit,
    name text not null,
    decision text not null,
    decided_on date not null,
    valid_from date not null,
    valid_to date not null
);
create index committee_unit on unit.committee (unit);

create table unit.committee_post (
    id uuid primary key,
    committee uuid not null references unit.committee,
    post text not null,
    agency integer not null references unit.agency,
    role text not null check (role in ('HEAD', 'DEPUTY', 'STANDING', 'MEMBER', 'SECRETARY')),
    decision text not null,
    valid_from date not null,
    valid_to date not null
);
create index committee_post_committee on unit.committee_post (committee, valid_to);

-- A reorganisation as somebody enters it: who becomes what from which day. Confirmed in one transaction, undone until the next one.
create table unit.reorganisation (
    id           uuid primary key default uuidv7(),
    name         text not null,
    on_date      date not null,
    act          text not null,
    adopted      date,
    status       text not null default 'DRAFT' check (status in ('DRAFT', 'CONFIRMED', 'UNDONE')),
    made_by      text not null,
    made_at      timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    reason       text not null default '',
    moved        jsonb not null default '[]'
);

-- As typed; from_unit and to_unit are known once confirmed. An old unit that goes on has both the same.
create table unit.reorganisation_line (
    reorganisation uuid not null references unit.reorganisation on delete cascade,
    row            int  not null,
    old_code       text not null,
    new_code       text not null,
    new_name       text not null,
    new_type       text not null,
    share          text not null,
    households     text not null,
    parent         text not null,
    act            text not null,
    clause         text not null,
    from_unit      int references unit.unit,
    to_unit        int references unit.unit on delete set null,
    primary key (reorganisation, row)
);
create index reorganisation_line_from on unit.reorganisation_line (from_unit);
create index reorganisation_line_to on unit.reorganisation_line (to_unit);

-- Every period that a reorganisation cut short, with the end it had before: undoing puts it back. other: ancestor, or agency.
create table unit.reorganisation_ended (
    reorganisation uuid not null references unit.reorganisation on delete cascade,
    what           text not null check (what in ('UNIT', 'NAME', 'PARENT', 'LINEAGE', 'AGENCY')),
    unit           int  not null,
    other          int  not null default 0,
    valid_from     date not null,
    valid_to       date not null,
    primary key (reorganisation, what, unit, other, valid_from)
);

-- households: how many moved along this link; null: not known. Needed to divide figures of a unit that was split.
alter table unit.succession
    add column households integer check (households >= 0),
    add column reorganisation uuid references unit.reorganisation;
create index succession_reorganisation on unit.succession (reorganisation) where reorganisation is not null;

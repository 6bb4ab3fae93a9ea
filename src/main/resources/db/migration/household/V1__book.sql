-- The household book: who lives together, where, from which day until which. Nothing refers across provinces; nothing is deleted.
create schema household;

create table household.household (
    province smallint not null,
    id uuid not null default uuidv7(),
    head_name text not null check (head_name <> ''),
    head_sex text check (head_sex in ('MALE', 'FEMALE')),
    head_birth_year smallint,
    address text not null default '',
    phone text not null default '',
    registration text not null check (registration in ('PERMANENT', 'TEMPORARY')),
    away boolean not null default false,
    type text check (type in ('F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8')),
    persons smallint check (persons between 1 and 999),
    female smallint check (female between 0 and persons),
    under_16 smallint check (under_16 between 0 and persons),
    over_60 smallint check (over_60 between 0 and persons),
    disabled smallint check (disabled between 0 and persons),
    search text not null,
    version integer not null default 1,
    demo boolean not null default false,
    primary key (province, id)
);
comment on table household.household is 'A household; its id never changes. head_…: who heads it, or did when it was closed; where members are kept, a copy of the one that is HEAD. type: picked by hand where no members are kept. persons … disabled: counts where no members are kept, null: not known. away: all of it works or lives elsewhere and still belongs here. search: name of the head as it is searched.';

create table household.stay (
    province smallint not null,
    household uuid not null,
    n smallint not null check (n > 0),
    village uuid not null,
    no integer not null check (no between 1 and 9999),
    first date not null,
    until date not null default 'infinity' check (until >= first),
    came text not null check (came in ('FIRST_LIST', 'MOVED_IN', 'FOUND', 'SPLIT', 'REOPENED', 'VILLAGE_CHANGE')),
    went text check (went in ('MOVED_OUT', 'MERGED', 'DUPLICATE', 'EMPTY', 'DIED_OUT', 'VILLAGE_CHANGE')),
    primary key (province, household, n),
    check ((went is null) = (until = 'infinity')),
    foreign key (province, household) references household.household
);
comment on table household.stay is 'Where a household counts, on the days [first, until): in which village, under which number. A household is open on a day when it has a stay then. village: as it was when the stay began; what became of it says the succession of villages.';
create unique index stay_no on household.stay (province, village, no);
create unique index stay_open on household.stay (province, household) where until = 'infinity';

create table household.numbering (
    province smallint not null,
    village uuid not null,
    last integer not null,
    primary key (province, village)
);
comment on table household.numbering is 'The highest number that was ever given in a village; the next one is it plus one.';

create table household.member (
    province smallint not null,
    id uuid not null default uuidv7(),
    household uuid not null,
    name text not null check (name <> ''),
    sex text not null check (sex in ('MALE', 'FEMALE')),
    birth date,
    birth_year smallint not null,
    relation text not null check (relation in ('HEAD', 'SPOUSE', 'CHILD', 'CHILD_IN_LAW', 'PARENT', 'GRANDPARENT', 'GRANDCHILD', 'SIBLING',
        'OTHER_RELATIVE', 'OTHER')),
    ethnic text,
    identity_hash bytea,
    first date not null,
    until date not null default 'infinity' check (until >= first),
    came text not null check (came in ('LISTED', 'BIRTH', 'IN', 'SPLIT', 'MERGE', 'CORRECTED')),
    went text check (went in ('DEATH', 'OUT', 'SPLIT', 'MERGE', 'CLOSED', 'CORRECTED')),
    primary key (province, id),
    check ((went is null) = (until = 'infinity')),
    foreign key (province, household) references household.household
);
comment on table household.member is 'Somebody as a member of one household on the days [first, until), with the relation to its head; another relation, head or household is another row. identity_hash: keyed, to find doubles only.';
create unique index member_head on household.member (province, household) where relation = 'HEAD' and until = 'infinity';
create index member_household on household.member (province, household);
create index member_birth on household.member (province, birth) where birth is not null and until = 'infinity';

create table household.household_event (
    province smallint not null,
    household uuid not null,
    n integer not null,
    what text not null check (what in ('OPEN', 'MOVE_IN', 'MOVE_OUT', 'SPLIT', 'MERGE', 'HEAD_CHANGE', 'BIRTH', 'DEATH', 'VILLAGE_CHANGE', 'CLOSE',
        'REOPEN', 'CORRECT', 'FLAG')),
    on_day date not null,
    reason text not null,
    at timestamptz not null,
    account uuid not null,
    who text not null,
    other uuid,
    before jsonb not null default '{}',
    detail jsonb not null default '{}',
    primary key (province, household, n),
    foreign key (province, household) references household.household
);
comment on table household.household_event is 'What happened to a household, only ever added to. on_day: when it happened; at: when it was written down; other: the other household of a split or a merger; before: what stood in its row before, where it changed.';

create table household.flag (
    province smallint not null,
    household uuid not null,
    code text not null check (code in ('POOR', 'NEAR_POOR', 'POLICY', 'DIFFICULTY', 'DISABLED', 'ETHNIC_MINORITY')),
    first date not null,
    until date not null default 'infinity' check (until >= first),
    decision text not null default '',
    cause text check (cause in ('ILLNESS', 'DISASTER', 'ORPHAN', 'SINGLE_OLD', 'OTHER')),
    check ((cause is not null) = (code = 'DIFFICULTY')),
    primary key (province, household, code, first),
    foreign key (province, household) references household.household
);
comment on table household.flag is 'What a household is by a list or a decision, on the days [first, until).';

create table household.household_alias (
    province smallint not null,
    old uuid not null,
    new uuid not null,
    since date not null,
    primary key (province, old),
    check (old <> new),
    foreign key (province, old) references household.household,
    foreign key (province, new) references household.household
);
create index household_alias_new on household.household_alias (province, new);
comment on table household.household_alias is 'A household that was merged into another: both histories stay, the old one is found through the new.';

create table household.freezing (
    province smallint not null,
    commune integer not null,
    year smallint not null,
    cut_off date not null,
    at timestamptz not null,
    households integer not null,
    primary key (province, commune, year)
);
comment on table household.freezing is 'The book of a commune was frozen as it stood on a day, at a moment; once a year, never again.';

create table household.household_year (
    province smallint not null,
    year smallint not null,
    commune integer not null,
    village uuid not null,
    household uuid not null,
    no smallint not null,
    type smallint,
    flags smallint not null,
    persons smallint,
    female smallint,
    temporary boolean not null,
    away boolean not null,
    head_female boolean,
    primary key (province, household, year)
);
create index household_year_village on household.household_year (province, year, commune, village, no);
comment on table household.household_year is 'Every household that was open on the day its commune was frozen, as it was then. Written once. type: 2 to 8 as F2 to F8; flags: a bit each, in the order of Flag; village: the one of that day; no: its number, given there or in a village that became it.';

create table household.village_year (
    province smallint not null,
    year smallint not null,
    commune integer not null,
    village uuid not null,
    households integer not null,
    temporary integer not null,
    away integer not null,
    types integer[] not null,
    flags integer[] not null,
    persons integer not null,
    persons_known integer not null,
    primary key (province, year, village)
);
create index village_year_commune on household.village_year (province, year, commune);
comment on table household.village_year is 'household_year added up by village. types: without a type, then F2 to F8; flags: households by bit; persons: of persons_known households.';

create table household.mark (
    province smallint not null,
    id uuid not null default uuidv7(),
    village uuid not null,
    year smallint not null,
    service text not null,
    depth smallint not null check (depth between 0 and 3),
    on_day date not null,
    occasion uuid,
    mode text not null check (mode in ('ONLY', 'ALL_EXCEPT')),
    nos bit varying not null,
    n integer not null check (n = bit_count(nos)),
    at timestamptz not null,
    account uuid not null,
    who text not null,
    withdrawn_at timestamptz,
    primary key (province, id)
);
create index mark_village on household.mark (province, year, village, service) where withdrawn_at is null;
create index mark_occasion on household.mark (province, occasion) where occasion is not null;
comment on table household.mark is 'Households of a village that a service reached on a day: bit no - 1 of nos stands for the household of that number. depth: BROADCAST 0, ATTENDED 1, VISITED 2, SIGNED 3; occasion: the event where it was; mode: how it was ticked.';

select shared.by_province('household.household');
select shared.by_province('household.stay');
select shared.by_province('household.numbering');
select shared.by_province('household.member');
select shared.by_province('household.household_event');
select shared.by_province('household.flag');
select shared.by_province('household.household_alias');
select shared.by_province('household.freezing');
select shared.by_province('household.household_year');
select shared.by_province('household.village_year');
select shared.by_province('household.mark');

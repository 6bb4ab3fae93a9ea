-- Villages and residential groups below the commune. A village is the row of its own id; what it was on which days (commune, order number, kind,
-- name, area) stands in its periods. A change made periods and ended others: taking it back empties the first and opens the second again.
create schema if not exists village;

create table village.village (
    province smallint not null,
    id uuid not null default uuidv7(),
    head text not null default '',
    head_phone text not null default '',
    front_head text not null default '',
    front_phone text not null default '',
    households integer check (households between 0 and 100000),
    version integer not null default 0,
    demo boolean not null default false,
    primary key (province, id)
);
comment on column village.village.head is 'Name and post of the head as a person in office; of the Front''s work committee: front_head.';

create table village.change (
    province smallint not null,
    id uuid not null default uuidv7(),
    unit integer,
    what text not null check (what in ('ADDED', 'IMPORTED', 'RENAMED', 'ENDED', 'MERGED', 'SPLIT', 'PASSED', 'REORGANISED')),
    on_date date not null,
    decision text not null default '',
    decided_on date,
    at timestamptz not null,
    who text not null default '',
    undone_at timestamptz,
    before jsonb,
    primary key (province, id)
);
create index change_unit on village.change (province, unit, at);
comment on column village.change.id is 'Of a reorganisation of units: its own id; unit: where it was decided, null: by a reorganisation.';
comment on column village.change.before is 'Of a table that was entered: who headed each village that it changed, to be put back with it.';

create table village.period (
    province smallint not null,
    id uuid not null default uuidv7(),
    village uuid not null,
    unit integer not null,
    no smallint not null check (no > 0),
    kind text not null,
    name text not null,
    full_name text not null,
    areas text[] not null default '{}',
    valid_from date not null,
    valid_to date not null default 'infinity' check (valid_to >= valid_from),
    made_by uuid not null,
    ended_by uuid,
    valid_before date,
    primary key (province, id),
    foreign key (province, village) references village.village (province, id),
    foreign key (province, made_by) references village.change (province, id),
    foreign key (province, ended_by) references village.change (province, id)
);
create index period_unit on village.period (province, unit);
create index period_village on village.period (province, village);
comment on table village.period is 'What a village was on the days [valid_from, valid_to); an empty period was taken back, its number is never given again. valid_before: the end it had before ended_by.';

create table village.succession (
    province smallint not null,
    old uuid not null,
    new uuid not null,
    share text not null check (share in ('FULL', 'PART')),
    change uuid not null,
    primary key (province, old, new, change),
    foreign key (province, old) references village.village (province, id),
    foreign key (province, new) references village.village (province, id),
    foreign key (province, change) references village.change (province, id)
);
create index succession_new on village.succession (province, new);

-- Villages that an installation kept as units of their own.
create temporary table kept_village on commit drop as
select distinct on (u.id) u.province, u.id as unit, uuidv7() as village, uuidv7() as change, l.ancestor as commune, u.valid_from
from unit.unit_v u join unit.lineage_v l on l.unit = u.id and l.depth = 1 where u.level = 'VILLAGE' order by u.id, l.valid_from;

insert into village.village (province, id) select province, village from kept_village;
insert into village.change (province, id, unit, what, on_date, at)
select province, change, commune, 'ADDED', valid_from, current_timestamp from kept_village;
insert into village.period (province, village, unit, no, kind, name, full_name, valid_from, valid_to, made_by)
select k.province, k.village, l.ancestor, dense_rank() over (partition by l.ancestor order by k.unit),
       case n.type when 'HAMLET' then 'BAN' when 'HIGHLAND_HAMLET' then 'LANG' when 'NEIGHBOURHOOD' then 'TO_DAN_PHO' when 'QUARTER' then 'KHU_PHO'
           when 'SUB_HAMLET' then 'AP' when 'XOM' then 'XOM' else 'THON' end,
       n.name, n.full_name, greatest(n.valid_from, l.valid_from), least(n.valid_to, l.valid_to), k.change
from kept_village k join unit.lineage_v l on l.unit = k.unit and l.depth = 1
join unit.name_v n on n.unit = k.unit and greatest(n.valid_from, l.valid_from) < least(n.valid_to, l.valid_to);

select shared.by_province('village.village');
select shared.by_province('village.change');
select shared.by_province('village.period');
select shared.by_province('village.succession');

create view village.village_v as
    select p.province, p.village as id, p.unit, p.no, p.kind, p.name, p.full_name, p.areas, p.valid_from, p.valid_to, v.households
    from village.period p join village.village v on v.province = p.province and v.id = p.village
    where p.valid_from < p.valid_to;
comment on view village.village_v is 'Every village as it was on the days [valid_from, valid_to): one row a village and day. unit: its commune; no: its order number there; households: as last entered.';

-- What units are told: notices on the page, reminders (at most one a day for a unit and round), letters waiting for the mail server.
create schema coordination;

create table coordination.notice (
    province   smallint    not null,
    id         uuid        not null default uuidv7(),
    unit       int         not null,
    permission text        not null,
    at         timestamptz not null,
    text_vi    text        not null,
    text_en    text        not null,
    link       text        not null,
    primary key (province, id)
);
create index notice_unit on coordination.notice (province, unit, at desc);

create table coordination.notice_read (
    account  uuid        not null,
    province smallint    not null,
    notice   uuid        not null,
    at       timestamptz not null,
    primary key (account, notice),
    foreign key (province, notice) references coordination.notice on delete cascade
);

-- account null: the calendar reminds.
create table coordination.reminder (
    province     smallint    not null,
    round        uuid        not null,
    unit         int         not null,
    day          date        not null,
    at           timestamptz not null,
    account      uuid,
    account_name text        not null,
    primary key (province, round, unit, day)
);

create table coordination.mail (
    id        uuid primary key default uuidv7(),
    recipient text        not null,
    subject   text        not null,
    body      text        not null,
    at        timestamptz not null,
    tries     int         not null default 0,
    next_try  timestamptz not null,
    sent_at   timestamptz,
    failure   text        not null default ''
);
create index mail_waiting on coordination.mail (next_try) where sent_at is null and tries < 8;

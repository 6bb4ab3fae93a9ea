-- What the two sides of a return write to each other, with files. line: blank, the whole return.
create schema discussion;

create table discussion.comment (
    province     smallint    not null,
    id           uuid        not null default uuidv7(),
    round        uuid        not null,
    unit         int         not null,
    at           timestamptz not null,
    account      uuid        not null,
    account_name text        not null,
    line         text        not null,
    text         text        not null,
    key          text        not null,
    primary key (province, id),
    unique (province, round, unit, key)
);
create index comment_return on discussion.comment (province, round, unit, at);

create table discussion.comment_file (
    province   smallint not null,
    comment    uuid     not null,
    attachment uuid     not null references document.attachment,
    primary key (province, comment, attachment),
    foreign key (province, comment) references discussion.comment (province, id)
);

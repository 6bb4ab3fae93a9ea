-- What happens by itself, by name, and when it last began: a row that is locked is a job that some server does right now.
create schema if not exists shared;

create table shared.job (
    name     text        primary key,
    began_at timestamptz not null
);

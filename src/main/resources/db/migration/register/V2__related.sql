create table register.related (
    province int not null,
    record uuid not null,
    kind text not null,
    target text not null,
    at timestamptz not null,
    account_name text not null,
    primary key (province, record, kind),
    foreign key (province, record) references register.record on delete cascade
);
comment on table register.related is 'What a record belongs to outside the registers: the duty that it proves, the return in which a difficulty was met. kind: who answers for it (RelatedThings), target: its id there.';
create index related_target on register.related (province, kind, target);

select shared.by_province('register.related');

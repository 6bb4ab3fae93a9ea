-- Who typed into a return or sent it: somebody else decides about it. A unit with one person alone says so.
create table collection.hand (
    province   smallint not null,
    submission uuid     not null,
    account    uuid     not null,
    primary key (province, submission, account)
);
alter table collection.route add column alone boolean not null default false;

-- What is known of returns on their way: who sent them.
insert into collection.hand
select distinct st.province, st.submission, st.account
from collection.step st join collection.submission s on s.province = st.province and s.id = st.submission
where st.action in ('SUBMIT', 'ASK_CHECK', 'ASK_APPROVAL') and st.account is not null and s.status <> 'ACCEPTED';

-- Counts every change of an agency, so that whoever keeps their names in memory knows when to read them again.
create table agency.version (id smallint primary key check (id = 1), changes bigint not null);
insert into agency.version values (1, 0);

create function agency.count_change() returns trigger language plpgsql as $$
begin
    update agency.version set changes = changes + 1;
    return null;
end $$;
drop trigger count_change on agency.agency;
create trigger count_change after insert or update or delete on agency.agency for each statement execute function agency.count_change();

-- The application's role may not change tables; loading does, for speed, through these two functions of the owner.
create function agency.before_loading() returns void language sql security definer set search_path = agency, pg_temp as $$
    alter table agency.agency drop constraint if exists agency_unit_fkey;
$$;

create function agency.after_loading() returns void language sql security definer set search_path = agency, pg_temp as $$
    alter table agency.agency add foreign key (unit) references unit.unit;
$$;

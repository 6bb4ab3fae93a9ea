-- Whoever listens hears at the commit that units have changed (decision 20).
create function unit.signal_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('unit_changed', '');
    return null;
end $$;

create trigger signal_change after update of units on unit.version for each statement execute function unit.signal_change();

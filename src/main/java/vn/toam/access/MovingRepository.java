package vn.toam.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.unit.MovesWithUnits.Moved;
import vn.toam.unit.MovesWithUnits.Moves;

/** Accounts and roles that follow their unit. Role blank: the account's own place. */
@Repository
class MovingRepository {

    /** An account with where it was and, when it moved, where it is. */
    record Row(String username, String name, String from, String to) {}

    private final JdbcClient jdbc;

    MovingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where accounts and roles are held. */
    private static final String PLACES = """
            (select id as account, '' as role, unit, agency from access.account
             union all select account, role, unit, agency from access.role_held)""";

    /** How many accounts have themselves or a role at one of these units. */
    int count(Collection<Integer> units) {
        return jdbc.sql("select count(distinct account) from " + PLACES + " held where unit = any(?)")
                .param(units.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** Some of them, in a fixed order. */
    List<UUID> next(Collection<Integer> units, int limit) {
        return jdbc.sql("select distinct account from " + PLACES + " held where unit = any(?) order by 1 limit ?")
                .params(units.toArray(Integer[]::new), limit)
                .query(UUID.class)
                .list();
    }

    /**
     * Notes and moves what these accounts have at a unit with one heir of the same level to the agency of the same kind there, or to its
     * People's Committee; whoever is signed in signs in again, because a session knows the old place.
     */
    void move(UUID id, Map<Integer, Integer> heirs, List<UUID> accounts) {
        Map<String, Object> given = Map.of(
                "id", id,
                "accounts", accounts.toArray(UUID[]::new),
                "old", heirs.keySet().toArray(Integer[]::new),
                "heirs", heirs.values().toArray(Integer[]::new));
        jdbc.sql("""
                insert into access.moved (reorganisation, account, role, unit, agency, to_unit, to_agency)
                select :id, held.account, held.role, held.unit, held.agency, pair.heir, coalesce(
                    (select a.id from agency.agency_v was join agency.agency_v a on a.unit = pair.heir and a.kind = was.kind and a.kind <> ''
                     where was.id = held.agency limit 1),
                    (select a.id from agency.agency_v a where a.unit = pair.heir and a.kind = 'UBND'))
                from %s held join unnest(:old, :heirs) pair(old, heir) on pair.old = held.unit
                where held.account = any(:accounts) on conflict do nothing
                """.formatted(PLACES)).params(given).update();
        jdbc.sql("""
                update access.account a set unit = m.to_unit, agency = m.to_agency from access.moved m
                where m.reorganisation = :id and m.account = any(:accounts) and m.account = a.id and m.role = ''
                  and a.unit = any(:old) and a.unit = m.unit and a.agency = m.agency
                """).params(given).update();
        jdbc.sql("""
                insert into access.role_held (account, role, unit, agency, village)
                select m.account, m.role, m.to_unit, m.to_agency, h.village from access.moved m
                join access.role_held h on h.account = m.account and h.role = m.role and h.unit = m.unit and h.agency = m.agency
                where m.reorganisation = :id and m.account = any(:accounts) and m.unit = any(:old) and m.role <> '' on conflict do nothing
                """).params(given).update();
        jdbc.sql("""
                delete from access.role_held h using access.moved m
                where m.reorganisation = :id and m.account = any(:accounts) and m.unit = any(:old)
                  and m.account = h.account and m.role = h.role and m.unit = h.unit and m.agency = h.agency
                """).params(given).update();
    }

    /** Some accounts that followed from these units, in a fixed order. */
    List<UUID> moved(UUID id, List<Integer> units, int limit) {
        return jdbc.sql(
                        "select distinct account from access.moved where reorganisation = ? and unit = any(?) order by 1 limit ?")
                .params(id, units.toArray(Integer[]::new), limit)
                .query(UUID.class)
                .list();
    }

    /** These accounts go back to these units, unless they have been moved elsewhere since. */
    void back(UUID id, List<Integer> units, List<UUID> accounts) {
        Map<String, Object> given =
                Map.of("id", id, "units", units.toArray(Integer[]::new), "accounts", accounts.toArray(UUID[]::new));
        String these = " m.reorganisation = :id and m.unit = any(:units) and m.account = any(:accounts) ";
        jdbc.sql("update access.account a set unit = m.unit, agency = m.agency from access.moved m where" + these
                        + "and m.account = a.id and m.role = '' and a.unit = m.to_unit and a.agency = m.to_agency")
                .params(given)
                .update();
        jdbc.sql("""
                insert into access.role_held (account, role, unit, agency, village)
                select m.account, m.role, m.unit, m.agency, h.village from access.moved m
                join access.role_held h on h.account = m.account and h.role = m.role and h.unit = m.to_unit and h.agency = m.to_agency
                where m.role <> '' and""" + these + "on conflict do nothing").params(given).update();
        jdbc.sql(
                        "delete from access.role_held h using access.moved m where" + these
                                + "and m.account = h.account and m.role = h.role and m.to_unit = h.unit and m.to_agency = h.agency")
                .params(given)
                .update();
        jdbc.sql("delete from access.moved m where" + these).params(given).update();
    }

    /** So many, the first of them by name. */
    record Told(int count, List<Row> named) {}

    /** Who would move from where to where, by new unit. */
    Told moving(Map<Integer, Integer> heirs, Moves moves) {
        List<Integer> old = List.copyOf(heirs.keySet());
        return told(
                "(select account, unit from " + PLACES + " every group by account, unit)",
                "true",
                old,
                old.stream().map(moves::name).toList(),
                old.stream().map(unit -> moves.name(heirs.get(unit))).toList());
    }

    /** Active accounts at these units, which end without one heir of their level: a person must decide where they go. */
    Told left(List<Integer> units, Moves moves) {
        return told(
                "(select id as account, unit from access.account)",
                "a.active",
                units,
                units.stream().map(moves::name).toList(),
                units.stream().map(unit -> "").toList());
    }

    private Told told(String places, String which, List<Integer> units, List<String> from, List<String> to) {
        AtomicInteger count = new AtomicInteger();
        List<Row> named = jdbc.sql("""
                select a.username, a.name_vi as name, place."from", place."to", count(*) over () as every
                from %s held
                join unnest(:units, :from, :to) place(unit, "from", "to") on place.unit = held.unit
                join access.account a on a.id = held.account
                where %s order by place."to", place."from", a.username limit :named
                """.formatted(places, which))
                .param("units", units.toArray(Integer[]::new))
                .param("from", from.toArray(String[]::new))
                .param("to", to.toArray(String[]::new))
                .param("named", Moved.NAMED)
                .query((row, number) -> {
                    count.set(row.getInt("every"));
                    return new Row(
                            row.getString("username"),
                            row.getString("name"),
                            row.getString("from"),
                            row.getString("to"));
                })
                .list();
        return new Told(count.get(), named);
    }

    /** Accounts made at the new units since. */
    int madeAt(UUID id, List<Integer> units) {
        return jdbc.sql("""
                select count(distinct x.account) from (select id as account, unit from access.account
                    union all select account, unit from access.role_held) x
                where x.unit = any(:units) and not exists (
                    select 1 from access.moved m where m.reorganisation = :id and m.account = x.account and m.to_unit = x.unit)
                """)
                .param("units", units.toArray(Integer[]::new))
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}

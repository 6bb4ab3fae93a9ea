package vn.toam.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and roles that follow their unit. Role blank: the account's own place. */
@Repository
class MovingRepository {

    /** An account with where it was and, when it moved, where it is. */
    record Row(String username, String name, String from, String to) {}

    private final JdbcClient jdbc;

    MovingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes and moves everybody at a unit with one heir of the same level to the agency of the same kind there, or to its People's
     * Committee; whoever is signed in signs in again, because a session knows the old place.
     */
    void move(UUID id, Map<Integer, Integer> heirs) {
        Map<String, Object> given = Map.of(
                "id", id,
                "old", heirs.keySet().toArray(Integer[]::new),
                "heirs", heirs.values().toArray(Integer[]::new));
        jdbc.sql("""
                insert into access.moved (reorganisation, account, role, unit, agency, to_unit, to_agency)
                select :id, held.account, held.role, held.unit, held.agency, heir.id, coalesce(
                    (select a.id from agency.agency_v was join agency.agency_v a on a.unit = heir.id and a.kind = was.kind and a.kind <> ''
                     where was.id = held.agency limit 1),
                    (select a.id from agency.agency_v a where a.unit = heir.id and a.kind = 'UBND'))
                from (select id as account, '' as role, unit, agency from access.account
                      union all select account, role, unit, agency from access.role_held) held
                join unnest(:old, :heirs) pair(old, heir) on pair.old = held.unit
                join unit.unit_v was on was.id = held.unit
                join unit.unit_v heir on heir.id = pair.heir and heir.level = was.level
                """).params(given).update();
        jdbc.sql("""
                update access.account a set unit = m.to_unit, agency = m.to_agency from access.moved m
                where m.reorganisation = :id and m.account = a.id and m.role = ''
                """).params(given).update();
        jdbc.sql("""
                insert into access.role_held (account, role, unit, agency)
                select account, role, to_unit, to_agency from access.moved where reorganisation = :id and role <> ''
                on conflict do nothing
                """).params(given).update();
        jdbc.sql("""
                delete from access.role_held h using access.moved m
                where m.reorganisation = :id and m.account = h.account and m.role = h.role and m.unit = h.unit and m.agency = h.agency
                """).params(given).update();
    }

    /** Everybody goes back who has not been moved elsewhere since. */
    void back(UUID id) {
        jdbc.sql("""
                update access.account a set unit = m.unit, agency = m.agency from access.moved m
                where m.reorganisation = ? and m.account = a.id and m.role = '' and a.unit = m.to_unit and a.agency = m.to_agency
                """).param(id).update();
        jdbc.sql("""
                insert into access.role_held (account, role, unit, agency)
                select m.account, m.role, m.unit, m.agency from access.moved m
                join access.role_held h on h.account = m.account and h.role = m.role and h.unit = m.to_unit and h.agency = m.to_agency
                where m.reorganisation = ? and m.role <> '' on conflict do nothing
                """).param(id).update();
        jdbc.sql("""
                delete from access.role_held h using access.moved m
                where m.reorganisation = ? and m.account = h.account and m.role = h.role and m.to_unit = h.unit and m.to_agency = h.agency
                """).param(id).update();
        jdbc.sql("delete from access.moved where reorganisation = ?").param(id).update();
    }

    List<UUID> accounts(UUID id) {
        return jdbc.sql("select distinct account from access.moved where reorganisation = ?")
                .param(id)
                .query(UUID.class)
                .list();
    }

    List<Row> moved(UUID id) {
        return jdbc.sql("""
                select distinct a.username, a.name_vi as name, was.full_name as "from", now.full_name as "to"
                from access.moved m join access.account a on a.id = m.account
                join unit.last_name_v was on was.unit = m.unit
                join unit.name_v now on now.unit = m.to_unit
                where m.reorganisation = ? order by 4, 1
                """).param(id).query(Row.class).list();
    }

    /** Active accounts at units that ended without one heir of their level: a person must decide where they go. */
    List<Row> left(List<Integer> ended) {
        return jdbc.sql("""
                select a.username, a.name_vi as name, was.full_name as "from", '' as "to"
                from access.account a join unit.last_name_v was on was.unit = a.unit
                where a.active and a.unit = any(?) order by 3, 1
                """)
                .param(ended.toArray(Integer[]::new))
                .query(Row.class)
                .list();
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

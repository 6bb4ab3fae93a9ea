package vn.toam.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Validity;

/** Reads and writes steering committees and their seats. */
@Repository
class CommitteeRepository {

    /** A seat as stored. */
    record Seat(
            UUID id,
            UUID committee,
            String post,
            int agency,
            CommitteePost.Role role,
            String decision,
            Validity validity) {}

    private static final String COMMITTEE =
            "select id, unit, name, decision, decided_on, valid_from, valid_to from agency.committee ";

    private final JdbcClient jdbc;

    CommitteeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Committee> find(UUID id) {
        return jdbc.sql(COMMITTEE + "where id = ?")
                .param(id)
                .query(CommitteeRepository::committee)
                .optional();
    }

    List<Committee> ofUnit(int unit) {
        return jdbc.sql(COMMITTEE
                        + "where unit = ? order by valid_to desc, valid_from desc, name collate public.vietnamese")
                .param(unit)
                .query(CommitteeRepository::committee)
                .list();
    }

    List<Committee> all(CommitteeService.Column by, boolean down, int limit, int offset) {
        String order = switch (by) {
            case NAME -> "name collate public.vietnamese %s";
            case PLACE ->
                "(select n.name collate public.vietnamese from unit.last_name_v n where n.unit = committee.unit) %s";
            case DECISION -> "decided_on %s";
            case PERIOD -> "valid_to %1$s, valid_from %1$s";
        };
        return jdbc.sql(COMMITTEE + "order by " + order.formatted(down ? "desc" : "asc")
                        + ", valid_to desc, name collate public.vietnamese, id limit ? offset ?")
                .params(limit, offset)
                .query(CommitteeRepository::committee)
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from agency.committee")
                .query(Integer.class)
                .single();
    }

    /** How many of a unit stand on a day; units of which none was ever entered are not among them. */
    record Standing(int unit, int number) {}

    List<Standing> standing(Collection<Integer> units, LocalDate on) {
        return jdbc.sql("""
                select unit, count(*) filter (where valid_from <= :on and valid_to > :on) as number
                from agency.committee where unit = any(:units) group by unit order by unit
                """)
                .param("on", on)
                .param("units", units.toArray(Integer[]::new))
                .query(Standing.class)
                .list();
    }

    void add(Committee committee) {
        jdbc.sql("""
                        insert into agency.committee (id, unit, name, decision, decided_on, valid_from, valid_to)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        committee.id(),
                        committee.unit(),
                        committee.name(),
                        committee.decision(),
                        committee.decidedOn(),
                        committee.validity().from(),
                        committee.validity().to())
                .update();
    }

    void close(UUID id, LocalDate to) {
        jdbc.sql("update agency.committee set valid_to = ? where id = ?")
                .params(to, id)
                .update();
        jdbc.sql(
                        "update agency.committee_post set valid_to = ? where committee = ? and valid_to > ? and valid_from < ?")
                .params(to, id, to, to)
                .update();
    }

    /** Seats in order of rank, those of today before those of the past. */
    List<Seat> seats(UUID committee) {
        return jdbc.sql("""
                        select id, committee, post, agency, role, decision, valid_from, valid_to from agency.committee_post
                        where committee = ?
                        order by valid_to desc, array_position(array['HEAD','DEPUTY','STANDING','MEMBER','SECRETARY'], role), valid_from, id
                        """)
                .param(committee)
                .query((row, i) -> new Seat(
                        row.getObject("id", UUID.class),
                        row.getObject("committee", UUID.class),
                        row.getString("post"),
                        row.getInt("agency"),
                        CommitteePost.Role.valueOf(row.getString("role")),
                        row.getString("decision"),
                        Validity.of(row)))
                .list();
    }

    void addSeat(Seat seat) {
        jdbc.sql("""
                        insert into agency.committee_post (id, committee, post, agency, role, decision, valid_from, valid_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        seat.id(),
                        seat.committee(),
                        seat.post(),
                        seat.agency(),
                        seat.role().name(),
                        seat.decision(),
                        seat.validity().from(),
                        seat.validity().to())
                .update();
    }

    int endSeat(UUID committee, UUID seat, LocalDate to) {
        return jdbc.sql("""
                        update agency.committee_post set valid_to = ? where committee = ? and id = ? and valid_to > ? and valid_from < ?
                        """).params(to, committee, seat, to, to).update();
    }

    private static Committee committee(ResultSet row, int number) throws SQLException {
        return new Committee(
                row.getObject("id", UUID.class),
                row.getInt("unit"),
                row.getString("name"),
                row.getString("decision"),
                row.getObject("decided_on", LocalDate.class),
                Validity.of(row));
    }
}

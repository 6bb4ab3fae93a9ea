package vn.toam.duty;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.plancontent.Binding;

/** SQL of how assignments and duties follow a plan that is amended, withdrawn or gives a task to another agency. */
@Repository
class PlanChangeRepository {

    private static final String OPEN =
            " d.passed_at is null and d.stage in ('NEW', 'RECEIVED', 'REFUSED', 'IN_PROGRESS', 'BLOCKED', 'SENT_BACK', 'PAUSED') ";

    private final JdbcClient db;

    PlanChangeRepository(JdbcClient db) {
        this.db = db;
    }

    /** An assignment as it was bound. */
    record Bound(UUID id, UUID element, String label, String kind) {}

    /** An open duty with its place in the year. */
    record Open(UUID id, UUID assignment, int year, int part, LocalDate due, LocalDate first) {}

    /** The assignments of elements, those that ended too. */
    List<Bound> bound(Collection<UUID> elements) {
        return db.sql(
                        "select id, element, agency_label, kind from duty.assignment where element = any(:elements) order by ended_at nulls first, id")
                .param("elements", elements.toArray(UUID[]::new))
                .query((row, n) -> new Bound(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getString(4)))
                .list();
    }

    /** Gives an assignment what its element says now, and agencies when it had none. */
    void rebind(UUID assignment, Binding now, List<Integer> agencies) {
        db.sql("""
                        update duty.assignment set role = :role, frequency = :frequency, due = :due, year = :year, answers = :answers,
                            position = :position, ended_at = null where id = :id""")
                .param("id", assignment)
                .param("role", now.role().name())
                .param("frequency", now.frequency().name())
                .param("due", now.due(), Types.VARCHAR)
                .param("year", now.year(), Types.INTEGER)
                .param("answers", now.answers())
                .param("position", now.position())
                .update();
        db.sql("""
                        insert into duty.assignment_agency (assignment, agency)
                        select :id, a from unnest(cast(:agencies as integer[])) a
                        where not exists (select from duty.assignment_agency where assignment = :id)""")
                .param("id", assignment)
                .param("agencies", agencies.toArray(Integer[]::new))
                .update();
        resolve(assignment);
    }

    private void resolve(UUID assignment) {
        db.sql(
                        "update duty.assignment s set resolved = exists (select from duty.assignment_agency where assignment = s.id) where id = ?")
                .param(assignment)
                .update();
    }

    void end(Collection<UUID> assignments, Instant at) {
        db.sql("update duty.assignment set ended_at = :at where id = any(:ids) and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("ids", assignments.toArray(UUID[]::new))
                .update();
    }

    List<Open> open(UUID plan) {
        return db.sql(
                        "select d.id, d.assignment, d.year, d.part, d.due, d.due_first from duty.duty d where d.plan = :plan and"
                                + OPEN)
                .param("plan", plan)
                .query((row, n) -> new Open(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)))
                .list();
    }

    /** The years of a plan for which duties were opened, from {@code from} on. */
    List<Integer> years(UUID plan, int from) {
        return db.sql("select distinct year from duty.duty where plan = :plan and year >= :from order by 1")
                .param("plan", plan)
                .param("from", from)
                .query(Integer.class)
                .list();
    }

    /** The assignments of an element that an agency has; of those that nobody has when it is null. */
    List<UUID> held(UUID element, @Nullable Integer agency) {
        return db.sql("""
                        select s.id from duty.assignment s where s.element = :element and s.ended_at is null and s.answers
                            and (case when cast(:agency as integer) is null then not s.resolved
                                else exists (select from duty.assignment_agency g where g.assignment = s.id and g.agency = :agency) end)""")
                .param("element", element)
                .param("agency", agency, Types.INTEGER)
                .query(UUID.class)
                .list();
    }

    /** Agencies that have an element. */
    List<Integer> holders(UUID element) {
        return db.sql("""
                        select distinct g.agency from duty.assignment s join duty.assignment_agency g on g.assignment = s.id
                        where s.element = :element and s.ended_at is null and s.answers order by 1""").param("element", element).query(Integer.class).list();
    }

    /** Open duties of an agency for some assignments. */
    List<UUID> openOf(Collection<UUID> assignments, int agency) {
        return db.sql("select d.id from duty.duty d where d.assignment = any(:assignments) and d.agency = :agency and"
                        + OPEN)
                .param("assignments", assignments.toArray(UUID[]::new))
                .param("agency", agency)
                .query(UUID.class)
                .list();
    }

    /** Gives assignments to another agency. */
    void give(Collection<UUID> assignments, @Nullable Integer from, int to) {
        db.sql("delete from duty.assignment_agency where assignment = any(:assignments) and agency = :from")
                .param("assignments", assignments.toArray(UUID[]::new))
                .param("from", from, Types.INTEGER)
                .update();
        db.sql(
                        "insert into duty.assignment_agency (assignment, agency) select a, :to from unnest(:assignments) a on conflict do nothing")
                .param("assignments", assignments.toArray(UUID[]::new))
                .param("to", to)
                .update();
        assignments.forEach(this::resolve);
    }

    /** Opens for another agency what one still owes, with the same days. Tells the new ones. */
    List<UUID> passOn(Collection<UUID> duties, int to) {
        return db.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, opens_on, due, due_first, due_effective, first_effective, origin)
                        select plan, assignment, :to, year, part, opens_on, due, due_first, due_effective, first_effective, id
                        from duty.duty where id = any(:duties) on conflict do nothing returning id""")
                .param("to", to)
                .param("duties", duties.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}

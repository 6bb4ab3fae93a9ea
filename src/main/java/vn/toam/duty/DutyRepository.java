package vn.toam.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.assignment.Assignment;
import vn.toam.assignment.Course;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyCounts;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.PlanCard;
import vn.toam.assignment.Stage;
import vn.toam.plancontent.Binding;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Role;
import vn.toam.shared.Text;

/** SQL of assignments and duties. */
@Repository
class DutyRepository {

    /** A year shows what falls due in it, and single pieces of work still open that fall due later; reviews only in their own year. */
    private static final String IN_YEAR =
            " d.passed_at is null and d.stage <> 'CANCELLED' and (d.year = :year or (s.frequency = 'ONCE' and s.kind <> 'REVIEW' and d.year > :year))";

    static final String DUTY = """
            select d.*, p.lead_agency, s.element, s.agency_label, s.role, s.kind, s.frequency, e.ref, e.text_vi as vi,
                e.text_en as en, e.evidence, p.name_vi, p.name_en, p.unit as plan_unit,
                last.text as last_text, last.at as last_at, coalesce(nudge.urges, 0) as urges, nudge.urged_at
            from duty.duty d
            join duty.assignment s on s.id = d.assignment
            join plan.element_v e on e.id = s.element
            join plan.plan_v p on p.id = d.plan
            left join lateral (select text, at from duty.progress where duty = d.id and act = 'REPORT' order by at desc limit 1) last on true
            left join lateral (select count(*) as urges, max(at) as urged_at from duty.urge where duty = d.id) nudge on true
            """;

    /** Counts of a tally; partners that are asked, not ordered, are never late. */
    private static final String TALLY = """
            count(d.id) as duties, count(d.id) filter (where d.status = 'DONE') as done,
            count(d.id) filter (where d.stage in ('IN_PROGRESS', 'SENT_BACK')) as started,
            count(d.id) filter (where d.stage = 'BLOCKED') as blocked,
            count(d.id) filter (where %s) as overdue
            """.formatted(overdue("s", ":today"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    DutyRepository(JdbcClient db) {
        this.db = db;
    }

    /** True of a duty {@code d} whose day has passed while it is open, given the name of its assignment and of the day. */
    static String overdue(String assignment, String day) {
        return "d.stage in ('NEW', 'RECEIVED', 'REFUSED', 'IN_PROGRESS', 'BLOCKED', 'SENT_BACK') and d.due_effective < "
                + day + " and " + assignment + ".role <> 'REQUESTED'";
    }

    /** Keeps assignments with the agencies that their names mean. */
    void bind(UUID plan, List<Binding> bindings, Map<String, List<Integer>> agencies) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Binding b : bindings) {
            Map<String, Object> row = new HashMap<>();
            row.put("element", b.element());
            row.put("position", b.position());
            row.put("label", b.label());
            row.put("role", b.role());
            row.put("frequency", b.frequency());
            row.put("kind", b.kind());
            row.put("answers", b.answers());
            List<Integer> meant = agencies.getOrDefault(b.label(), List.of());
            row.put("agencies", meant);
            row.put("resolved", !meant.isEmpty());
            if (b.due() != null) {
                row.put("due", b.due());
            }
            if (b.year() != null) {
                row.put("year", b.year());
            }
            rows.add(row);
        }
        db.sql("""
                        with given as (
                            select uuidv7() as id, r.* from jsonb_to_recordset(cast(:rows as jsonb)) as r (element uuid, position integer,
                                label text, role text, frequency text, kind text, due text, year integer, answers boolean,
                                resolved boolean, agencies jsonb)),
                        kept as (
                            insert into duty.assignment (id, plan, element, position, agency_label, role, frequency, kind, due, year,
                                answers, resolved)
                            select id, :plan, element, position, label, role, frequency, kind, due, year, answers, resolved from given
                            on conflict do nothing returning id)
                        insert into duty.assignment_agency (assignment, agency)
                        select g.id, cast(a as integer) from given g join kept using (id), jsonb_array_elements_text(g.agencies) a
                        on conflict do nothing""")
                .param("plan", plan)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /**
     * One assignment to be opened for a year.
     *
     * @param part which time of the year, from 0
     * @param opens first day on which it is shown; null: at once
     * @param effective the working day up to which {@code due} is in time
     */
    record Opening(
            UUID assignment, int year, int part, @Nullable LocalDate opens, LocalDate due, LocalDate effective) {}

    /** Opens duties for the agencies of each assignment, or for their successors; what is open already stays as it is. Tells the new ones. */
    List<UUID> open(UUID plan, List<Opening> openings) {
        return db.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, opens_on, due, due_effective)
                        select distinct :plan, r.assignment, coalesce(t.to_agency, g.agency), r.year, r.part, r.opens, r.due, r.effective
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r
                            (assignment uuid, year integer, part integer, opens date, due date, effective date)
                        join duty.assignment_agency g on g.assignment = r.assignment
                        left join duty.transfer t on t.plan = :plan and t.from_agency = g.agency
                        on conflict do nothing returning id""")
                .param("plan", plan)
                .param("rows", JSON.writeValueAsString(openings))
                .query(UUID.class)
                .list();
    }

    List<Assignment> assignments(UUID plan, int year, LocalDate today) {
        return db.sql("""
                        select s.*,\s""" + TALLY + " from duty.assignment s left join duty.duty d on d.assignment = s.id and "
                        + IN_YEAR
                        + " where s.plan = :plan and s.ended_at is null group by s.id order by s.position, s.id")
                .param("plan", plan)
                .param("year", year)
                .param("today", today)
                .query(DutyRepository::assignment)
                .list();
    }

    /** What some agencies owe in a year, with what is still open of years before. */
    List<Duty> ofAgencies(Collection<Integer> agencies, int year, LocalDate today) {
        return db.sql(DUTY + " where d.agency = any(:agencies) and (d.opens_on is null or d.opens_on <= :today) and ("
                        + IN_YEAR
                        + " or (:year = extract(year from cast(:today as date)) and d.passed_at is null and d.year < :year"
                        + " and d.status <> 'DONE' and d.stage <> 'CANCELLED'))"
                        + " order by d.status = 'DONE', d.due_effective, p.id, s.position")
                .param("agencies", agencies.toArray(Integer[]::new))
                .param("year", year)
                .param("today", today)
                .query(DutyRepository::duty)
                .list();
    }

    List<Duty> ofPlan(UUID plan, int year) {
        return db.sql(DUTY + " where d.plan = :plan and " + IN_YEAR + " order by s.position, d.agency")
                .param("plan", plan)
                .param("year", year)
                .query(DutyRepository::duty)
                .list();
    }

    /** Duties of one element: who has come how far. */
    List<Duty> ofElement(UUID element, int year) {
        return db.sql(DUTY + " where s.element = :element and " + IN_YEAR + " order by d.agency")
                .param("element", element)
                .param("year", year)
                .query(DutyRepository::duty)
                .list();
    }

    List<Duty> findAll(Collection<UUID> ids) {
        return db.sql(DUTY + " where d.id = any(:ids) order by d.due_effective, s.position, d.agency")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DutyRepository::duty)
                .list();
    }

    /** Elements of which one of some agencies is the lead. */
    Set<UUID> ledBy(Collection<Integer> agencies, Collection<UUID> elements) {
        return Set.copyOf(db.sql("""
                        select distinct s.element from duty.assignment s join duty.assignment_agency g on g.assignment = s.id
                        where s.element = any(:elements) and s.role = 'LEAD' and g.agency = any(:agencies)""")
                .param("elements", elements.toArray(UUID[]::new))
                .param("agencies", agencies.toArray(Integer[]::new))
                .query(UUID.class)
                .list());
    }

    Optional<Duty> find(UUID id) {
        return db.sql(DUTY + " where d.id = :id")
                .param("id", id)
                .query(DutyRepository::duty)
                .optional();
    }

    /** The duty and those whose place it took when their agencies ended. */
    List<UUID> lineage(UUID id) {
        return db.sql("""
                        with recursive before as (
                            select id, origin from duty.duty where id = :id
                            union all select o.id, o.origin from duty.duty o join before b on b.origin = o.id)
                        select id from before""").param("id", id).query(UUID.class).list();
    }

    DutyCounts tally(UUID plan, int year, LocalDate today) {
        return db.sql("""
                        select\s""" + TALLY
                        + " from duty.duty d join duty.assignment s on s.id = d.assignment where d.plan = :plan and "
                        + IN_YEAR)
                .param("plan", plan)
                .param("year", year)
                .param("today", today)
                .query((row, n) -> tally(row))
                .single();
    }

    /** For each plan its figures in its year nearest to {@code year}. */
    Map<UUID, PlanCard.Figures> figures(int year, LocalDate today) {
        Map<UUID, PlanCard.Figures> figures = new HashMap<>();
        db.sql("""
                        select p.id, (select count(*) from plan.target_v t where t.plan = p.id) as targets,
                            (select count(*) from plan.element_v e where p.status in ('DRAFT', 'SUBMITTED') and e.plan = p.id and e.state = 'SUGGESTED') as open,
                            y.*
                        from plan.plan_v p cross join lateral (
                            select count(*) as duties, count(*) filter (where d.status = 'DONE') as done,
                                count(*) filter (where\s""" + overdue("s", ":today") + """
                                    ) as overdue,
                                min(d.due) filter (where d.stage <> 'PAUSED' and d.status <> 'DONE' and d.due_effective >= :today) as next_due
                            from duty.duty d join duty.assignment s on s.id = d.assignment
                            where d.plan = p.id and d.passed_at is null and d.stage <> 'CANCELLED' and d.year = least(greatest(:year, p.period_from), p.period_to)) y""")
                .param("today", today)
                .param("year", year)
                .query((row, n) -> figures.put(
                        row.getObject("id", UUID.class),
                        new PlanCard.Figures(
                                row.getInt("targets"),
                                row.getInt("duties"),
                                row.getInt("done"),
                                row.getInt("overdue"),
                                row.getObject("next_due", LocalDate.class),
                                row.getInt("open"))))
                .list();
        return figures;
    }

    private static Assignment assignment(ResultSet row, int n) throws SQLException {
        return new Assignment(
                row.getObject("id", UUID.class),
                row.getObject("element", UUID.class),
                row.getString("agency_label"),
                Role.valueOf(row.getString("role")),
                Frequency.valueOf(row.getString("frequency")),
                DutyKind.valueOf(row.getString("kind")),
                row.getString("due"),
                row.getObject("year", Integer.class),
                row.getBoolean("answers"),
                row.getBoolean("resolved"),
                tally(row));
    }

    private static DutyCounts tally(ResultSet row) throws SQLException {
        return new DutyCounts(
                row.getInt("duties"),
                row.getInt("done"),
                row.getInt("started"),
                row.getInt("blocked"),
                row.getInt("overdue"));
    }

    static Duty duty(ResultSet row, int n) throws SQLException {
        return new Duty(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getInt("plan_unit"),
                row.getObject("lead_agency", Integer.class),
                row.getObject("element", UUID.class),
                row.getString("ref"),
                new Text(row.getString("vi"), row.getString("en")),
                row.getString("agency_label"),
                Role.valueOf(row.getString("role")),
                DutyKind.valueOf(row.getString("kind")),
                Frequency.valueOf(row.getString("frequency")),
                row.getString("evidence"),
                row.getInt("agency"),
                row.getInt("year"),
                row.getInt("part"),
                row.getObject("due", LocalDate.class),
                DutyStatus.valueOf(row.getString("status")),
                course(row),
                row.getInt("version"),
                row.getString("last_text"),
                instant(row, "last_at"),
                row.getInt("urges"),
                instant(row, "urged_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                Stage.valueOf(row.getString("stage")),
                row.getObject("due_first", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("due_effective", LocalDate.class),
                row.getObject("first_effective", LocalDate.class),
                row.getObject("missed_due", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("submitted_by", UUID.class),
                row.getString("settled_by"),
                row.getObject("opens_on", LocalDate.class),
                row.getString("person_name"));
    }
}

package vn.toam.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.plan.Binding;
import vn.toam.plan.DutyKind;
import vn.toam.plan.Frequency;
import vn.toam.plan.Role;
import vn.toam.shared.Text;

/** SQL of assignments and duties. */
@Repository
class DutyRepository {

    /** A year shows what falls due in it, and single pieces of work still open that fall due later; reviews only in their own year. */
    private static final String IN_YEAR =
            " d.passed_at is null and (d.year = :year or (s.frequency = 'ONCE' and s.kind <> 'REVIEW' and d.year > :year))";

    private static final String DUTY = """
            select d.*, s.element, s.agency_label, s.role, s.kind, s.frequency, e.ref, e.data -> 'text' ->> 'vi' as vi,
                e.data -> 'text' ->> 'en' as en, e.data ->> 'evidence' as evidence, p.name_vi, p.name_en, p.unit as plan_unit,
                last.text as last_text, last.at as last_at, coalesce(nudge.urges, 0) as urges, nudge.urged_at
            from duty.duty d
            join duty.assignment s on s.id = d.assignment
            join plan.element e on e.id = s.element
            join plan.plan p on p.id = d.plan
            left join lateral (select text, at from duty.progress where duty = d.id order by at desc limit 1) last on true
            left join lateral (select count(*) as urges, max(at) as urged_at from duty.urge where duty = d.id) nudge on true
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    DutyRepository(JdbcClient db) {
        this.db = db;
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

    /** One assignment to be opened for a year; {@code part}: which time of the year, from 0. */
    record Opening(UUID assignment, int year, int part, LocalDate due) {}

    /** Opens duties for the agencies of each assignment, or for their successors; what is open already stays as it is. */
    int open(UUID plan, List<Opening> openings) {
        return db.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, due)
                        select distinct :plan, r.assignment, coalesce(t.to_agency, g.agency), r.year, r.part, r.due
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (assignment uuid, year integer, part integer, due date)
                        join duty.assignment_agency g on g.assignment = r.assignment
                        left join duty.transfer t on t.plan = :plan and t.from_agency = g.agency
                        on conflict do nothing""")
                .param("plan", plan)
                .param("rows", JSON.writeValueAsString(openings))
                .update();
    }

    List<Assignment> assignments(UUID plan, int year, LocalDate today) {
        return db.sql("""
                        select s.*, count(d.id) as duties, count(*) filter (where d.status = 'DONE') as done,
                            count(*) filter (where d.status = 'IN_PROGRESS') as started,
                            count(*) filter (where d.status = 'BLOCKED') as blocked,
                            count(*) filter (where d.status <> 'DONE' and d.due < :today) as overdue
                        from duty.assignment s left join duty.duty d on d.assignment = s.id and """ + IN_YEAR + " where s.plan = :plan group by s.id order by s.position, s.id")
                .param("plan", plan)
                .param("year", year)
                .param("today", today)
                .query(DutyRepository::assignment)
                .list();
    }

    List<Duty> ofAgency(int agency, int year) {
        return db.sql(DUTY + " where d.agency = :agency and " + IN_YEAR
                        + " order by d.status = 'DONE', d.due, p.id, s.position")
                .param("agency", agency)
                .param("year", year)
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

    Optional<Duty> find(UUID id) {
        return db.sql(DUTY + " where d.id = :id")
                .param("id", id)
                .query(DutyRepository::duty)
                .optional();
    }

    Tally tally(UUID plan, int year, LocalDate today) {
        return db.sql("""
                        select count(*) as duties, count(*) filter (where d.status = 'DONE') as done,
                            count(*) filter (where d.status = 'IN_PROGRESS') as started,
                            count(*) filter (where d.status = 'BLOCKED') as blocked,
                            count(*) filter (where d.status <> 'DONE' and d.due < :today) as overdue
                        from duty.duty d join duty.assignment s on s.id = d.assignment where d.plan = :plan and """ + IN_YEAR)
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
                        select p.id, (select count(*) from plan.target t where t.plan = p.id) as targets,
                            (select count(*) from plan.element e where p.status = 'DRAFT' and e.plan = p.id and e.state = 'SUGGESTED') as open,
                            y.*
                        from plan.plan p cross join lateral (
                            select count(*) as duties, count(*) filter (where d.status = 'DONE') as done,
                                count(*) filter (where d.status <> 'DONE' and d.due < :today) as overdue,
                                min(d.due) filter (where d.status <> 'DONE' and d.due >= :today) as next_due
                            from duty.duty d
                            where d.plan = p.id and d.passed_at is null and d.year = least(greatest(:year, p.period_from), p.period_to)) y""")
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

    /** The years for which duties were opened. */
    List<Integer> years(int agency) {
        return db.sql("select distinct year from duty.duty where agency = :agency and passed_at is null order by 1")
                .param("agency", agency)
                .query(Integer.class)
                .list();
    }

    /** Saves a status if nobody changed the duty since {@code version}; tells whether it did. */
    boolean save(UUID id, int version, DutyStatus status, Instant at) {
        return db.sql("""
                        update duty.duty set status = :status, version = version + 1,
                            done_at = case when :status = 'DONE' then cast(:at as timestamptz) end
                        where id = :id and version = :version""")
                        .param("id", id)
                        .param("version", version)
                        .param("status", status.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
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

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt("duties"),
                row.getInt("done"),
                row.getInt("started"),
                row.getInt("blocked"),
                row.getInt("overdue"));
    }

    private static Duty duty(ResultSet row, int n) throws SQLException {
        Timestamp last = row.getTimestamp("last_at");
        Timestamp urged = row.getTimestamp("urged_at");
        return new Duty(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getInt("plan_unit"),
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
                row.getObject("due", LocalDate.class),
                DutyStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                row.getString("last_text"),
                last == null ? null : last.toInstant(),
                row.getInt("urges"),
                urged == null ? null : urged.toInstant());
    }
}

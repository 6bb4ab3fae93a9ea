package vn.toam.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Extension;
import vn.toam.assignment.Stage;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Me;

/** SQL of the official position of duties and of their days. Every change names the version it was decided on. */
@Repository
class CourseRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    CourseRepository(JdbcClient db) {
        this.db = db;
    }

    /** Keeps what the agency says and where that brings the duty. @param submitted day of submission; null: not submitted */
    boolean report(
            Duty duty, int version, DutyStatus status, Stage stage, @Nullable LocalDate submitted, Me by, Instant at) {
        return db.sql("""
                        update duty.duty set status = :status, stage = :stage, version = version + 1,
                            done_at = case when :status = 'DONE' then cast(:at as timestamptz) end, submitted_on = :submitted,
                            submitted_by = case when :status = 'DONE' then cast(:by as uuid) end,
                            person = coalesce(person, :by), person_name = case when person is null then :name else person_name end
                        where id = :id and version = :version""")
                        .param("id", duty.id())
                        .param("version", version)
                        .param("status", status.name())
                        .param("stage", stage.name())
                        .param("submitted", submitted, Types.DATE)
                        .param("by", by.account())
                        .param("name", by.name())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Takes a duty to another stage. What is sent back or cancelled is no longer said to be done. */
    boolean move(Duty duty, Stage to, @Nullable String by) {
        return db.sql("""
                        update duty.duty set stage = :stage, version = version + 1,
                            status = case when status = 'DONE' and :stage <> 'DONE' then 'IN_PROGRESS' else status end,
                            submitted_on = case when :stage = 'DONE' then submitted_on end,
                            settled_by = coalesce(:by, settled_by),
                            stage_before = case when :stage = 'PAUSED' then stage end
                        where id = :id and version = :version""")
                        .param("id", duty.id())
                        .param("version", duty.version())
                        .param("stage", to.name())
                        .param("by", by, Types.VARCHAR)
                        .update()
                == 1;
    }

    void paused(UUID duty, LocalDate on) {
        db.sql("update duty.duty set paused_on = ? where id = ?")
                .params(on, duty)
                .update();
    }

    /** When a duty was paused and what it was before. */
    record Pause(Stage before, LocalDate on) {}

    Optional<Pause> pause(UUID duty) {
        return db.sql("select stage_before, paused_on from duty.duty where id = ? and stage = 'PAUSED'")
                .param(duty)
                .query((row, n) -> new Pause(
                        Stage.valueOf(row.getString("stage_before")), row.getObject("paused_on", LocalDate.class)))
                .optional();
    }

    /** Moves the due day; the first one stays. @param missed the effective day that had passed; null: it had not */
    void due(UUID duty, LocalDate due, LocalDate effective, @Nullable LocalDate missed) {
        db.sql("""
                        update duty.duty set due = :due, due_effective = :effective, missed_due = coalesce(missed_due, :missed),
                            version = version + 1 where id = :id""")
                .param("id", duty)
                .param("due", due)
                .param("effective", effective)
                .param("missed", missed, Types.DATE)
                .update();
    }

    /** The due days of open duties that are kept, each once. */
    List<LocalDate> openDays() {
        return db.sql("""
                        select due from duty.duty where stage not in ('DONE', 'CANCELLED', 'PASSED')
                        union select due_first from duty.duty where stage not in ('DONE', 'CANCELLED', 'PASSED')""").query(LocalDate.class).list();
    }

    /** Puts open duties on the effective days; later only, never earlier. Tells which duties moved. */
    List<UUID> roll(Map<LocalDate, LocalDate> effective) {
        List<Map<String, String>> rows = effective.entrySet().stream()
                .map(day -> Map.of(
                        "day",
                        day.getKey().toString(),
                        "effective",
                        day.getValue().toString()))
                .toList();
        return db.sql("""
                        with days as (select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (day date, effective date))
                        update duty.duty d set due_effective = greatest(d.due_effective, now.effective),
                            first_effective = greatest(d.first_effective, first.effective)
                        from days now, days first
                        where now.day = d.due and first.day = d.due_first and d.stage not in ('DONE', 'CANCELLED', 'PASSED')
                            and (d.due_effective < now.effective or d.first_effective < first.effective)
                        returning d.id""")
                .param("rows", JSON.writeValueAsString(rows))
                .query(UUID.class)
                .list();
    }

    /** A duty of a new year. */
    record Opened(UUID duty, boolean demo) {}

    /** Opens for a year what recurs of the year before, in plans in force that cover the year and have nothing open for it yet. */
    List<Opened> open(int year) {
        return db.sql("""
                        insert into duty.duty (plan, assignment, agency, year, part, opens_on, due)
                        select d.plan, d.assignment, d.agency, :year, d.part, cast(d.opens_on + interval '1 year' as date),
                            cast(d.due_first + interval '1 year' as date)
                        from duty.duty d join duty.assignment s on s.id = d.assignment join plan.plan_v p on p.id = d.plan
                        where d.year = :year - 1 and d.passed_at is null and d.stage <> 'CANCELLED' and s.frequency <> 'ONCE'
                            and s.year is null and p.status = 'ISSUED' and :year between p.period_from and p.period_to
                            and not exists (select from duty.duty n where n.plan = d.plan and n.year = :year)
                        on conflict do nothing
                        returning id, (select p.demo from plan.plan_v p where p.id = plan) as demo""")
                .param("year", year)
                .query((row, n) -> new Opened(row.getObject("id", UUID.class), row.getBoolean("demo")))
                .list();
    }

    /** A lower plan came into force: the duties to make one of one's own are submitted, on the day of its paper. */
    List<UUID> ownPlan(Plan lower, UUID upper, LocalDate on, @Nullable UUID by, Instant at) {
        return db.sql("""
                        update duty.duty d set status = 'DONE', stage = 'SUBMITTED', submitted_on = :on, submitted_by = :by, done_at = :at,
                            version = d.version + 1
                        from duty.assignment s
                        where s.id = d.assignment and s.kind = 'OWN_PLAN' and d.plan = :upper and d.passed_at is null
                            and d.stage in ('NEW', 'RECEIVED', 'IN_PROGRESS', 'BLOCKED', 'SENT_BACK')
                            and (d.agency = :lead or d.agency in (select id from agency.agency_v where unit = :unit and kind = 'UBND'))
                            and (s.frequency = 'ONCE' or d.year between :from and :to)
                        returning d.id""")
                .param("upper", upper)
                .param("on", on)
                .param("by", by, Types.OTHER)
                .param("at", Timestamp.from(at))
                .param("lead", lower.leadAgency(), Types.INTEGER)
                .param("unit", lower.unit())
                .param("from", lower.periodFrom())
                .param("to", lower.periodTo())
                .query(UUID.class)
                .list();
    }

    void ask(Duty duty, Me by, Instant at, LocalDate on, LocalDate due, String reason, boolean late) {
        db.sql("""
                        insert into duty.extension (duty, asked_at, asked_on, asked_by, asked_name, due, reason, late)
                        values (:duty, :at, :on, :by, :name, :due, :reason, :late)""")
                .param("duty", duty.id())
                .param("at", Timestamp.from(at))
                .param("on", on)
                .param("by", by.account())
                .param("name", by.name())
                .param("due", due)
                .param("reason", reason)
                .param("late", late)
                .update();
    }

    /** Requests for more time of a duty, newest first. */
    List<Extension> extensions(UUID duty) {
        return db.sql("select * from duty.extension where duty = ? order by asked_at desc")
                .param(duty)
                .query(CourseRepository::extension)
                .list();
    }

    /** Requests that nobody has decided on. */
    List<Extension> undecided() {
        return db.sql("select * from duty.extension where decided_at is null order by asked_at")
                .query(CourseRepository::extension)
                .list();
    }

    /** @param by null: nobody decided in time */
    void decide(UUID extension, boolean granted, @Nullable Me by, Instant at, String note) {
        db.sql("""
                        update duty.extension set granted = :granted, decided_at = :at, decided_by = :by, decided_name = :name, note = :note
                        where id = :id and decided_at is null""")
                .param("id", extension)
                .param("granted", granted)
                .param("at", Timestamp.from(at))
                .param("by", by == null ? null : by.account(), Types.OTHER)
                .param("name", by == null ? "" : by.name())
                .param("note", note)
                .update();
    }

    private static Extension extension(ResultSet row, int n) throws SQLException {
        return new Extension(
                row.getObject("id", UUID.class),
                row.getObject("duty", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                row.getObject("due", LocalDate.class),
                row.getString("reason"),
                row.getBoolean("late"),
                row.getObject("granted", Boolean.class),
                row.getString("decided_name"),
                row.getString("note"));
    }
}

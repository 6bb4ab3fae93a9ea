package vn.toam.duty;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyStatus;
import vn.toam.assignment.Progress;
import vn.toam.document.Attachment;

/** SQL of what is reported about duties. */
@Repository
class ProgressRepository {

    private final JdbcClient db;

    ProgressRepository(JdbcClient db) {
        this.db = db;
    }

    UUID report(
            UUID duty,
            Instant at,
            UUID account,
            String name,
            DutyStatus status,
            String text,
            Collection<UUID> records) {
        return db.sql("""
                        insert into duty.progress (duty, at, account, name, status, text, records)
                        values (:duty, :at, :account, :name, :status, :text, :records) returning id""")
                .param("records", records.toArray(UUID[]::new))
                .param("duty", duty)
                .param("at", Timestamp.from(at))
                .param("account", account)
                .param("name", name)
                .param("status", status.name())
                .param("text", text)
                .query(UUID.class)
                .single();
    }

    /** Notes an act that is no report. */
    void act(Collection<UUID> duties, DutyAction act, Instant at, @Nullable UUID account, String name, String text) {
        db.sql("""
                        insert into duty.progress (duty, at, account, name, act, text)
                        select id, :at, :account, :name, :act, :text from unnest(cast(:duties as uuid[])) id""")
                .param("duties", duties.toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .param("account", account, Types.OTHER)
                .param("name", name)
                .param("act", act.name())
                .param("text", text)
                .update();
    }

    void attach(UUID progress, UUID attachment) {
        db.sql("insert into duty.progress_file (progress, attachment) values (:progress, :attachment)")
                .param("progress", progress)
                .param("attachment", attachment)
                .update();
    }

    void urge(Collection<UUID> duties, Instant at, UUID account, String name, String text) {
        db.sql("""
                        insert into duty.urge (duty, at, account, name, text)
                        select id, :at, :account, :name, :text from unnest(cast(:duties as uuid[])) id""")
                .param("duties", duties.toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .param("account", account)
                .param("name", name)
                .param("text", text)
                .update();
    }

    /** Reports and urgings of a duty, newest first. */
    List<Progress> timeline(UUID duty) {
        Map<UUID, List<Attachment>> files = files(duty);
        List<Progress> reports = db.sql(
                        "select * from duty.progress where duty = :duty or duty = (select origin from duty.duty where id = :duty)")
                .param("duty", duty)
                .query((row, n) -> new Progress(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        DutyAction.valueOf(row.getString("act")),
                        row.getString("status") == null ? null : DutyStatus.valueOf(row.getString("status")),
                        row.getString("text"),
                        files.getOrDefault(row.getObject("id", UUID.class), List.of()),
                        List.of((UUID[]) row.getArray("records").getArray())))
                .list();
        List<Progress> urgings = db.sql(
                        "select * from duty.urge where duty = :duty or duty = (select origin from duty.duty where id = :duty)")
                .param("duty", duty)
                .query((row, n) -> new Progress(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        DutyAction.URGE,
                        null,
                        row.getString("text"),
                        List.of(),
                        List.of()))
                .list();
        return Stream.concat(reports.stream(), urgings.stream())
                .sorted(Comparator.comparing(Progress::at).reversed())
                .toList();
    }

    private Map<UUID, List<Attachment>> files(UUID duty) {
        Map<UUID, List<Attachment>> files = new HashMap<>();
        db.sql("""
                        select f.progress, a.id, a.name, a.media_type, a.size, a.sha256, a.at
                        from duty.progress g join duty.progress_file f on f.progress = g.id
                        join document.attachment_v a on a.id = f.attachment where g.duty = :duty order by a.id""")
                .param("duty", duty)
                .query((row, n) -> Map.entry(
                        row.getObject(1, UUID.class),
                        new Attachment(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant())))
                .list()
                .forEach(e -> files.computeIfAbsent(e.getKey(), k -> new java.util.ArrayList<>())
                        .add(e.getValue()));
        return files;
    }

    /** The duty that a file is evidence of. */
    Optional<UUID> dutyOf(UUID attachment) {
        return db.sql("""
                        select g.duty from duty.progress_file f join duty.progress g on g.id = f.progress
                        where f.attachment = :attachment""").param("attachment", attachment).query(UUID.class).optional();
    }

    /** True when anything was ever reported. */
    boolean any() {
        return db.sql("select exists (select from duty.progress)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Made-up reports on a programme's duties of one year; which ones follows from their place in the paper, always the same way.
     *
     * @param settled everything that fell due before this day is done, of whatever year; null: some of the year is left undone
     */
    void makeUp(String programme, int year, @Nullable LocalDate settled, List<String> done, List<String> started) {
        db.sql("""
                        with picked as (
                            select d.id, d.due, g.name,
                                   (a.position * 7 + d.agency % 97) % (case when d.due < :settled then 7 else 10 end) as dice
                            from duty.duty d
                            join duty.assignment a on a.id = d.assignment
                            join plan.plan_v p on p.id = d.plan
                            join agency.agency_v g on g.id = d.agency
                            where p.programme_key = :programme and (d.year = :year or d.due < :settled) and d.passed_at is null
                        ), reported as (
                            insert into duty.progress (duty, at, name, status, text)
                            select id, (due - 2 - dice)::timestamp at time zone 'Asia/Ho_Chi_Minh', name,
                                   case when dice < 7 then 'DONE' else 'IN_PROGRESS' end,
                                   (case when dice < 7 then :done else :started end::text[])[1 + dice % 4]
                            from picked where dice < 9 returning duty, at, status
                        )
                        update duty.duty d
                        set status = r.status, stage = r.status, done_at = case when r.status = 'DONE' then r.at end, version = d.version + 1,
                            submitted_on = case when r.status = 'DONE' then cast(r.at at time zone 'Asia/Ho_Chi_Minh' as date) end
                        from reported r where d.id = r.duty""")
                .param("programme", programme)
                .param("year", year)
                .param("settled", settled, Types.DATE)
                .param("done", done.toArray(String[]::new))
                .param("started", started.toArray(String[]::new))
                .update();
    }

    /**
     * Made-up reports on the made-up plans of a year that nobody has reported on yet: of what fell due most is done and a few are late; of
     * what is to come a little is done or under way.
     */
    void makeUpSoFar(Instant now, List<String> done, List<String> started) {
        db.sql("""
                        with picked as (
                            select d.id, g.name, (a.position * 7 + d.agency % 97) % 10 as dice,
                                   d.due < (:now at time zone 'Asia/Ho_Chi_Minh')::date as past,
                                   least(d.due::timestamp at time zone 'Asia/Ho_Chi_Minh', :now) as until
                            from duty.duty d
                            join duty.assignment a on a.id = d.assignment
                            join plan.plan_v p on p.id = d.plan
                            join agency.agency_v g on g.id = d.agency
                            where p.programme_key like 'demo-%' and d.passed_at is null and not exists (
                                select from duty.progress r join duty.duty other on other.id = r.duty where other.plan = p.id)
                        ), told as (
                            select id, name, case when dice < (case when past then 8 else 2 end) then 'DONE' else 'IN_PROGRESS' end as status,
                                   until - make_interval(days => 1 + dice, hours => 7) as at, dice
                            from picked where dice < (case when past then 9 else 5 end)
                        ), reported as (
                            insert into duty.progress (duty, at, name, status, text)
                            select id, at, name, status, (case when status = 'DONE' then :done else :started end::text[])[1 + dice % 4]
                            from told returning duty, at, status
                        )
                        update duty.duty d
                        set status = r.status, done_at = case when r.status = 'DONE' then r.at end, version = d.version + 1,
                            stage = case when r.status = 'DONE' and abs(hashtext(d.agency::text || d.due::text)) % 5 = 0 then 'SUBMITTED'
                                else r.status end,
                            submitted_on = case when r.status = 'DONE' then cast(r.at at time zone 'Asia/Ho_Chi_Minh' as date) end
                        from reported r where d.id = r.duty""")
                .param("now", Timestamp.from(now))
                .param("done", done.toArray(String[]::new))
                .param("started", started.toArray(String[]::new))
                .update();
    }
}

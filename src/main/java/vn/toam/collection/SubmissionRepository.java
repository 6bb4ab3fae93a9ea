package vn.toam.collection;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Origin;
import vn.toam.round.Round;
import vn.toam.shared.Me;
import vn.toam.submission.Action;
import vn.toam.submission.Filling;
import vn.toam.submission.Json;
import vn.toam.submission.ReturnRoute;
import vn.toam.submission.Step;
import vn.toam.submission.Submission;
import vn.toam.submission.SubmissionStatus;
import vn.toam.submission.Tallies;
import vn.toam.unit.Geographies;

/** Submissions and their steps. Every statement names the province first: it then touches one partition. */
@Repository
class SubmissionRepository {

    private final JdbcClient jdbc;
    private final Geographies places;

    SubmissionRepository(JdbcClient jdbc, Geographies places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** The condition that a statement touches one province only; the country reads all. Literal, so that the planner sees it. */
    static String within(int province) {
        return province == 0 ? "true" : "s.province = :province";
    }

    /** The province is asked first: a statement that names it is planned for one partition, not for all. @throws vn.toam.shared.NotFound when there is no such unit */
    Optional<Submission> find(UUID round, int unit) {
        return jdbc.sql("select * from collection.submission where province = ? and round = ? and unit = ?")
                .params(places.province(unit), round, unit)
                .query(SubmissionRepository::submission)
                .optional();
    }

    Optional<Filling> filling(UUID round, int unit) {
        return fillings(places.province(unit), round, List.of(unit), false).stream()
                .findFirst();
    }

    /** As {@link #find}, and nobody else may change it until this transaction ends. */
    Optional<Submission> lock(int province, UUID id) {
        return jdbc.sql("select * from collection.submission where province = ? and id = ? for update")
                .params(province, id)
                .query(SubmissionRepository::submission)
                .optional();
    }

    /** Of a round, those of these units of one province, by key. @param locking nobody else may change them until the transaction ends */
    List<Filling> fillings(int province, UUID round, Collection<Integer> units, boolean locking) {
        return jdbc.sql("""
                select * from collection.submission
                where province = :province and round = :round and unit = any(:units)
                order by id
                """ + (locking ? "for update" : ""))
                .param("province", province)
                .param("round", round)
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .query(SubmissionRepository::readFilling)
                .list();
    }

    /** Saves whole forms of one province that were locked before, in one statement. */
    void saveAll(int province, List<Filling> typed, String key, String by, Instant now) {
        jdbc.sql("""
                update collection.submission s
                set figures = d.figures, notes = d.notes, narrative = d.narrative, version = s.version + 1,
                    last_key = d.keys, changed_at = :now, changed_by = :by
                from unnest(:ids::uuid[], :figures::jsonb[], :notes::jsonb[], :narrative::jsonb[], :keys::text[])
                    d(id, figures, notes, narrative, keys)
                where s.province = :province and s.id = d.id
                """)
                .param("province", province)
                .param("ids", typed.stream().map(each -> each.submission().id()).toArray(UUID[]::new))
                .param("figures", json(typed, Submission::figures))
                .param("notes", json(typed, Submission::notes))
                .param("narrative", json(typed, Submission::narrative))
                .param("keys", typed.stream().map(each -> each.keys(key)).toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
    }

    private static String[] json(List<Filling> typed, Function<Submission, Map<String, ?>> of) {
        return typed.stream()
                .map(each -> Json.write(of.apply(each.submission())))
                .toArray(String[]::new);
    }

    /**
     * Saves the whole form in one statement.
     *
     * @param seen version it was read at
     * @param keys see {@link Filling#keys(String)}
     * @return the version now; empty when somebody else saved meanwhile, or the form was sent
     */
    Optional<Integer> save(Submission typed, int seen, String keys, String by, Instant now) {
        return jdbc.sql("""
                update collection.submission
                set figures = :figures::jsonb, notes = :notes::jsonb, narrative = :narrative::jsonb, nil_return = :nil,
                    version = version + 1, last_key = :keys, changed_at = :now, changed_by = :by
                where province = :province and id = :id and status in ('DRAFT', 'RETURNED') and version = :seen
                returning version
                """)
                .param("figures", Json.write(typed.figures()))
                .param("notes", Json.write(typed.notes()))
                .param("narrative", Json.write(typed.narrative()))
                .param("nil", typed.nilReturn())
                .param("keys", keys)
                .param("now", Timestamp.from(now))
                .param("province", typed.province())
                .param("id", typed.id())
                .param("seen", seen)
                .param("by", by)
                .query(Integer.class)
                .optional();
    }

    /**
     * Accepting makes the figures of a periodic round count, returning takes them away, everything else leaves what counts alone.
     *
     * @param sentAt set once, at the first sending
     */
    void move(Submission submission, SubmissionStatus to, Action action, @Nullable Instant sentAt, Instant now) {
        jdbc.sql("""
                update collection.submission
                set status = :status, accepted = case when ad_hoc or :action = 'RETURN' then null when :action = 'ACCEPT' then figures else accepted end,
                    partial = partial and :action not in ('ACCEPT', 'RETURN'), version = version + 1,
                    sent_at = coalesce(sent_at, :sentAt), changed_at = :now
                where province = :province and id = :id
                """)
                .param("status", to.name())
                .param("action", action.name())
                .param("sentAt", sentAt == null ? null : Timestamp.from(sentAt), java.sql.Types.TIMESTAMP)
                .param("now", Timestamp.from(now))
                .param("province", submission.province())
                .param("id", submission.id())
                .update();
    }

    /** @param key the client's key: the same one again is refused by the database, asked before by {@link #done} */
    void addStep(Submission submission, Step step, String key) {
        jdbc.sql("""
                insert into collection.step (province, id, submission, at, account, account_name, action, remark, version, figures, key, tally)
                values (:province, uuidv7(), :submission, :at, :account, :name, :action, :remark, :version, :figures::jsonb, :key, :tally::jsonb)
                """)
                .param("province", submission.province())
                .param("submission", submission.id())
                .param("at", Timestamp.from(step.at()))
                .param("account", step.account())
                .param("name", step.name())
                .param("action", step.action().name())
                .param("remark", step.remark())
                .param("version", step.version())
                .param("figures", Json.write(step.figures()))
                .param("key", key)
                .param("tally", Json.write(submission.tallies().lines()))
                .update();
    }

    /** Notes at each of these returns of a province that somebody above types it from paper. One statement. */
    void declare(int province, Collection<UUID> of, Me who, String proof, String key, Instant now) {
        jdbc.sql("""
                insert into collection.step (province, id, submission, at, account, account_name, action, remark, version, figures, key)
                select province, uuidv7(), id, :now, :account, :name, 'PROXY', :proof, version, figures, :key
                from collection.submission where province = :province and id = any(:ids)
                """)
                .param("now", Timestamp.from(now))
                .param("account", who.account())
                .param("name", who.name())
                .param("proof", proof)
                .param("key", key)
                .param("province", province)
                .param("ids", of.toArray(UUID[]::new))
                .update();
    }

    /** True when a step with this key was already taken. */
    boolean done(Submission submission, String key) {
        return jdbc.sql(
                        "select exists (select 1 from collection.step where province = ? and submission = ? and key = ?)")
                .params(submission.province(), submission.id(), key)
                .query(Boolean.class)
                .single();
    }

    /** True when the client's key was used for another step: see {@link Filling#reused}. */
    boolean reused(Submission submission, String key) {
        String own = key.substring(0, key.lastIndexOf('~') + 1);
        return !own.isEmpty()
                && jdbc.sql("""
                        select exists (select 1 from collection.step
                            where province = ? and submission = ? and starts_with(key, ?) and key <> ?)
                        """)
                        .params(submission.province(), submission.id(), own, key)
                        .query(Boolean.class)
                        .single();
    }

    /** The step that was taken with this key. */
    Action action(Submission submission, String key) {
        return jdbc.sql("select action from collection.step where province = ? and submission = ? and key = ?")
                .params(submission.province(), submission.id(), key)
                .query((row, number) -> Action.valueOf(row.getString("action")))
                .single();
    }

    /** True when a step of that kind was ever taken. */
    boolean taken(Submission submission, Action action) {
        return jdbc.sql(
                        "select exists (select 1 from collection.step where province = ? and submission = ? and action = ?)")
                .params(submission.province(), submission.id(), action.name())
                .query(Boolean.class)
                .single();
    }

    /** Those of these submissions of a province for which somebody declared to type from paper. */
    List<UUID> proven(int province, Collection<UUID> of) {
        return jdbc.sql(
                        "select distinct submission from collection.step where province = ? and submission = any(?) and action = 'PROXY'")
                .params(province, of.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Name of the account that typed last; blank: nobody yet. */
    String changedBy(Submission submission) {
        return jdbc.sql("select changed_by from collection.submission where province = ? and id = ?")
                .params(submission.province(), submission.id())
                .query(String.class)
                .single();
    }

    /** Through whose hands the unit's returns go. */
    ReturnRoute route(int unit) {
        return jdbc.sql("select checks, approves from collection.route where unit = ?")
                .param(unit)
                .query((row, number) -> new ReturnRoute(row.getBoolean("checks"), row.getBoolean("approves")))
                .optional()
                .orElse(ReturnRoute.DIRECT);
    }

    void route(int unit, ReturnRoute route) {
        jdbc.sql("""
                insert into collection.route (unit, checks, approves) values (?, ?, ?)
                on conflict (unit) do update set checks = excluded.checks, approves = excluded.approves
                """).params(unit, route.checks(), route.approves()).update();
    }

    /** The way so far, oldest first. */
    List<Step> steps(Submission submission) {
        return jdbc.sql("select * from collection.step where province = ? and submission = ? order by at, id")
                .params(submission.province(), submission.id())
                .query(SubmissionRepository::step)
                .list();
    }

    /** As {@link #figures} for each unit alone, former units that went into it included: by unit and field. */
    Map<Integer, Map<String, BigDecimal>> known(Round round, int province, List<Submission> of) {
        List<Integer> tops = new ArrayList<>();
        List<Integer> made = new ArrayList<>();
        for (Submission each : of) {
            for (int unit : places.madeOf(each.unit(), Origin.MAIN)) {
                tops.add(each.unit());
                made.add(unit);
            }
        }
        Map<Integer, Map<String, BigDecimal>> known = new HashMap<>();
        jdbc.sql("""
                select made.top, figure.key as field, sum(figure.value::numeric) as value
                from unnest(:tops::int[], :units::int[]) made(top, id) join collection.submission s on s.unit = made.id, jsonb_each_text(s.figures) figure
                where s.province = :province and s.year = :year and s.status <> 'PASSED' and not s.ad_hoc
                  and (s.form <> :form or s.part = :part)
                group by made.top, figure.key
                """)
                .param("tops", tops.stream().mapToInt(Integer::intValue).toArray())
                .param("units", made.stream().mapToInt(Integer::intValue).toArray())
                .param("province", province)
                .param("year", round.year())
                .param("form", round.form())
                .param("part", round.part())
                .query(row -> {
                    known.computeIfAbsent(row.getInt("top"), each -> new HashMap<>())
                            .put(row.getString("field"), row.getBigDecimal("value"));
                });
        return known;
    }

    /** Figures of every form that {@code units} filled for the year, added up, by field. */
    Map<String, BigDecimal> figures(Submission of, int[] units) {
        Map<String, BigDecimal> sums = new HashMap<>();
        jdbc.sql("""
                select figure.key as field, sum(figure.value::numeric) as value
                from collection.submission s, jsonb_each_text(s.figures) figure
                where s.province = :province and s.unit = any(:units) and s.year = :year
                  and s.status <> 'PASSED' and not s.ad_hoc
                  and (s.form <> :form or s.part = (select own.part from collection.submission own where own.province = :province and own.id = :id))
                group by figure.key
                """)
                .param("province", of.province())
                .param("form", of.form())
                .param("id", of.id())
                .param("units", units)
                .param("year", of.year())
                .query(row -> {
                    sums.put(row.getString("field"), row.getBigDecimal("value"));
                });
        return sums;
    }

    private static Filling readFilling(ResultSet row, int number) throws SQLException {
        String keys = row.getString("last_key");
        return new Filling(submission(row, number), keys == null ? List.of() : List.of(keys.split(" ")));
    }

    static Submission submission(ResultSet row, int number) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        String accepted = row.getString("accepted");
        return new Submission(
                row.getInt("province"),
                row.getObject("id", UUID.class),
                row.getObject("round", UUID.class),
                row.getString("form"),
                row.getInt("year"),
                row.getInt("unit"),
                row.getInt("receiver"),
                SubmissionStatus.valueOf(row.getString("status")),
                Json.figures(row.getString("figures")),
                Json.texts(row.getString("notes")),
                Json.texts(row.getString("narrative")),
                row.getBoolean("nil_return"),
                row.getInt("version"),
                sent == null ? null : sent.toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                accepted == null ? null : Json.figures(accepted),
                tallies(row));
    }

    private static Tallies tallies(ResultSet row) throws SQLException {
        String tally = row.getString("tally");
        Timestamp at = row.getTimestamp("tallied_at");
        return new Tallies(
                tally == null ? Map.of() : Json.tallies(tally),
                at == null ? null : at.toInstant(),
                row.getInt("fills"));
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getTimestamp("at").toInstant(),
                row.getObject("account", UUID.class),
                row.getString("account_name"),
                Action.valueOf(row.getString("action")),
                row.getString("remark"),
                row.getInt("version"),
                Json.figures(row.getString("figures")));
    }
}

package vn.toam.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.toam.shared.Me;

/** Rounds with their way, and which rounds open by themselves. */
@Repository
class RoundRepository {

    private final JdbcClient jdbc;

    RoundRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this place was already asked for the same form and year. */
    boolean add(Round round) {
        return jdbc.sql("""
                insert into round.round (id, form, form_version, year, part, scope, level, rule_set, geography, opens, cut_off, due, closed_at, occasion, demo)
                values (:id, :form, :version, :year, :part, :scope, :level, :ruleSet, :geography, :opens, :cutOff, :due, :closedAt, :occasion, :demo)
                on conflict do nothing
                """)
                        .param("id", round.id())
                        .param("form", round.form())
                        .param("version", round.formVersion())
                        .param("year", round.year())
                        .param("part", round.part())
                        .param("scope", round.scope())
                        .param("level", round.level())
                        .param("ruleSet", round.ruleSet())
                        .param("geography", round.geography())
                        .param("opens", round.opens())
                        .param("cutOff", round.cutOff())
                        .param("due", round.due())
                        .param("closedAt", timestamp(round.closedAt()))
                        .param("occasion", round.occasion(), java.sql.Types.VARCHAR)
                        .param("demo", round.demo())
                        .update()
                > 0;
    }

    Optional<Round> find(UUID id) {
        return jdbc.sql("select * from round.round where id = ?")
                .param(id)
                .query(RoundRepository::round)
                .optional();
    }

    /** In the order of lists. */
    List<Round> all(Collection<UUID> ids) {
        return jdbc.sql("select * from round.round where id = any(?) order by occasion is null, form, due, scope")
                .param(ids.toArray(UUID[]::new))
                .query(RoundRepository::round)
                .list();
    }

    /** Open rounds whose last day lies in between. */
    List<Round> openDue(LocalDate from, LocalDate to) {
        return jdbc.sql("select * from round.round where closed_at is null and due between ? and ? order by due, id")
                .params(from, to)
                .query(RoundRepository::round)
                .list();
    }

    /** Every round that is open. */
    List<Round> open() {
        return jdbc.sql("select * from round.round where closed_at is null order by due, id")
                .query(RoundRepository::round)
                .list();
    }

    /** The rounds of these forms in a place, newest first. */
    List<Round> of(List<String> forms, int scope) {
        return jdbc.sql("select * from round.round where form = any(?) and scope = ? order by due desc, id")
                .params(forms.toArray(String[]::new), scope)
                .query(RoundRepository::round)
                .list();
    }

    /** Years for which a place, units above it or within it are asked for one of these forms and may still send in time. */
    Set<Integer> gathering(int place, Collection<String> forms, LocalDate today) {
        return Set.copyOf(jdbc.sql("""
                select distinct r.year from round.round r
                where r.form = any(:forms) and r.closed_at is null and r.due >= :today and r.occasion is null
                  and exists (select 1 from unit.lineage_v l
                    where (l.unit = r.scope and l.ancestor = :place) or (l.unit = :place and l.ancestor = r.scope))
                """)
                .param("forms", forms.toArray(String[]::new))
                .param("today", today)
                .param("place", place)
                .query(Integer.class)
                .list());
    }

    /** Years that any round asks about, newest first. */
    List<Integer> years() {
        return jdbc.sql("select distinct year from round.round order by year desc")
                .query(Integer.class)
                .list();
    }

    /** True when any year is asked in parts. */
    boolean inParts() {
        return jdbc.sql("select exists (select 1 from round.round where part > 0 and occasion is null)")
                .query(Boolean.class)
                .single();
    }

    /** The day whose borders the returns of each year follow. */
    Map<Integer, LocalDate> geographies() {
        Map<Integer, LocalDate> days = new HashMap<>();
        jdbc.sql("select year, max(geography) as day from round.round where occasion is null group by year")
                .query(row -> {
                    days.put(row.getInt("year"), row.getObject("day", LocalDate.class));
                });
        return days;
    }

    Optional<LocalDate> geography(int year) {
        return jdbc.sql(
                        "select geography from round.round where year = ? and occasion is null order by geography desc limit 1")
                .param(year)
                .query(LocalDate.class)
                .optional();
    }

    Optional<LocalDate> geography(UUID id) {
        return jdbc.sql("select geography from round.round where id = ?")
                .param(id)
                .query(LocalDate.class)
                .optional();
    }

    void addStep(UUID round, RoundChanges.Step step) {
        jdbc.sql("""
                insert into round.round_step (round, at, account, account_name, action, remark, due_before, due)
                values (:round, :at, :account, :name, :action, :remark, :before, :due)
                """)
                .param("round", round)
                .param("at", Timestamp.from(step.at()))
                .param("account", step.account(), java.sql.Types.OTHER)
                .param("name", step.name())
                .param("action", step.verb().name())
                .param("remark", step.remark())
                .param("before", step.dueBefore(), java.sql.Types.DATE)
                .param("due", step.due())
                .update();
    }

    /** The way so far, oldest first. */
    List<RoundChanges.Step> steps(UUID round) {
        return jdbc.sql("select * from round.round_step where round = ? order by at, id")
                .param(round)
                .query(RoundRepository::step)
                .list();
    }

    /** Waits for whoever changes the round at this moment. */
    void lock(UUID round) {
        jdbc.sql("select 1 from round.round where id = ? for update")
                .param(round)
                .query(Integer.class)
                .optional();
    }

    void due(UUID round, LocalDate due) {
        jdbc.sql("update round.round set due = ? where id = ?")
                .params(due, round)
                .update();
    }

    void close(UUID round, Instant at) {
        jdbc.sql("update round.round set closed_at = ? where id = ?")
                .params(Timestamp.from(at), round)
                .update();
    }

    void reopen(UUID round) {
        jdbc.sql("update round.round set closed_at = null where id = ?")
                .param(round)
                .update();
    }

    void delete(UUID round) {
        jdbc.sql("delete from round.round where id = ?").param(round).update();
    }

    void keep(String form, int scope, String calendar, Me me, Instant now) {
        jdbc.sql("""
                insert into round.standing (form, scope, calendar, account, account_name, since) values (?, ?, ?, ?, ?, ?)
                on conflict (form, scope) do update set calendar = excluded.calendar
                """)
                .params(form, scope, calendar, me.account(), me.name(), Timestamp.from(now))
                .update();
    }

    boolean drop(String form, int scope) {
        return jdbc.sql("delete from round.standing where form = ? and scope = ?")
                        .params(form, scope)
                        .update()
                > 0;
    }

    /** All of them; {@code scope} 0: everywhere. */
    List<StandingRounds.Standing> standing(int scope) {
        return jdbc.sql("select * from round.standing where :scope in (0, scope) order by scope, form")
                .param("scope", scope)
                .query((row, number) -> new StandingRounds.Standing(
                        row.getString("form"),
                        row.getInt("scope"),
                        row.getString("calendar"),
                        row.getString("account_name"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("form"),
                row.getInt("form_version"),
                row.getInt("year"),
                row.getInt("part"),
                row.getInt("scope"),
                row.getString("level"),
                row.getString("rule_set"),
                row.getObject("geography", LocalDate.class),
                row.getObject("opens", LocalDate.class),
                row.getObject("cut_off", LocalDate.class),
                row.getObject("due", LocalDate.class),
                closed == null ? null : closed.toInstant(),
                row.getString("occasion"),
                row.getBoolean("demo"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static RoundChanges.Step step(ResultSet row, int number) throws SQLException {
        return new RoundChanges.Step(
                row.getTimestamp("at").toInstant(),
                row.getObject("account", UUID.class),
                row.getString("account_name"),
                RoundChanges.Verb.valueOf(row.getString("action")),
                row.getString("remark"),
                row.getObject("due_before", LocalDate.class),
                row.getObject("due", LocalDate.class));
    }
}

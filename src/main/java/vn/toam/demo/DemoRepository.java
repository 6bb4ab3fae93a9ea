package vn.toam.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.collection.SubmissionStatus;

/** Fills a whole round with made-up returns, a few statements for all of them. */
@Repository
class DemoRepository {

    /** A return as it shall stand. @param at when it was sent; of a draft, last changed */
    record Return(int unit, SubmissionStatus status, String figures, String notes, int version, Instant at) {}

    private final JdbcClient jdbc;

    DemoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyRound() {
        return jdbc.sql("select exists (select 1 from collection.round)")
                .query(Boolean.class)
                .single();
    }

    /** Units that a round expects, by id. */
    List<Integer> expected(int province, UUID round) {
        return jdbc.sql("select unit from collection.submission where province = ? and round = ? order by unit")
                .params(province, round)
                .query(Integer.class)
                .list();
    }

    /** How many units of a province any round asks for a form of a year. */
    int asked(int province, String form, int year) {
        return jdbc.sql("select count(*) from collection.submission where province = ? and form = ? and year = ?")
                .params(province, form, year)
                .query(Integer.class)
                .single();
    }

    /** Accepted figures of a form's returns of a year within a unit, as JSON. */
    List<String> accepted(int province, String form, int year, int unit) {
        return jdbc.sql("""
                select accepted::text from collection.submission
                where province = ? and form = ? and year = ? and ? = any(above) and accepted is not null
                """)
                .params(province, form, year, unit)
                .query(String.class)
                .list();
    }

    /** @param now no step is dated later; null: only where the returns stand is told, not how they came there */
    void fill(int province, UUID round, List<Return> returns, String remark, @Nullable Instant now) {
        jdbc.sql("""
                update collection.submission s
                set status = d.status, figures = d.figures::jsonb, notes = d.notes::jsonb, version = d.version,
                    sent_at = case when d.status <> 'DRAFT' then d.at::timestamptz end,
                    changed_at = case when d.version > 0 then d.at::timestamptz else s.changed_at end,
                    accepted = case when d.status = 'ACCEPTED' then d.figures::jsonb end
                from unnest(:units::int[], :statuses::text[], :figures::text[], :notes::text[], :versions::int[], :at::text[])
                    d(unit, status, figures, notes, version, at)
                where s.province = :province and s.round = :round and s.unit = d.unit
                """)
                .param("province", province)
                .param("round", round)
                .param("units", returns.stream().mapToInt(Return::unit).toArray())
                .param("statuses", strings(returns, each -> each.status().name()))
                .param("figures", strings(returns, Return::figures))
                .param("notes", strings(returns, Return::notes))
                .param("versions", returns.stream().mapToInt(Return::version).toArray())
                .param("at", strings(returns, each -> String.valueOf(each.at())))
                .update();
        if (now != null) {
            steps(province, round, remark, now);
        }
    }

    private void steps(int province, UUID round, String remark, Instant now) {
        jdbc.sql("""
                insert into collection.step (province, id, submission, at, account_name, action, remark, version, figures)
                select s.province, uuidv7(), s.id, least(s.sent_at + each.later, :now), '', each.action, each.remark, s.version - each.back, s.figures
                from collection.submission s
                join (values ('SUBMIT', interval '0', '', 1, '{SUBMITTED,RETURNED,ACCEPTED}'::text[]),
                             ('ACCEPT', interval '2 days 3 hours', '', 0, '{ACCEPTED}'::text[]),
                             ('RETURN', interval '1 day 5 hours', :remark, 0, '{RETURNED}'::text[]))
                    each(action, later, remark, back, statuses) on s.status = any(each.statuses)
                where s.province = :province and s.round = :round and s.sent_at is not null
                """)
                .param("remark", remark)
                .param("now", Timestamp.from(now))
                .param("province", province)
                .param("round", round)
                .update();
    }

    /** The planner should know at once how much there is. */
    void analyze() {
        jdbc.sql("analyze collection.submission, collection.step").update();
    }

    private static String[] strings(List<Return> returns, Function<Return, String> of) {
        return returns.stream().map(of).toArray(String[]::new);
    }
}

package vn.toam.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.collection.Owed;
import vn.toam.collection.Round;
import vn.toam.collection.SubmissionStatus;

/** Fills a whole round with made-up returns, a few statements for all of them. */
@Repository
class DemoRepository {

    /** A return as it shall stand. @param at when it was sent; of a draft, last changed */
    record Return(Owed owed, SubmissionStatus status, String figures, String notes, int version, Instant at) {}

    private final JdbcClient jdbc;

    DemoRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyRound() {
        return jdbc.sql("select exists (select 1 from collection.round)")
                .query(Boolean.class)
                .single();
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

    /**
     * Keeps returns, once and as they shall stand; one that is asked for meanwhile is left out.
     *
     * @param now no step is dated later; null: only where the returns stand is told, not how they came there
     */
    void add(Round round, int province, List<Return> returns, String remark, @Nullable Instant now) {
        jdbc.sql("""
                with kept as (
                    insert into collection.submission (province, id, round, form, year, part, unit, above, receiver, status, figures, notes, version,
                        sent_at, changed_at, accepted)
                    select :province, uuidv7(), :round, :form, :year, :part, unit, above::int[], receiver, status, figures, notes::jsonb, version,
                        case when status <> 'DRAFT' then at end, at, case when status = 'ACCEPTED' then figures end
                    from (select unit, above, receiver, status, figures::jsonb as figures, notes, version, at
                        from unnest(:units::int[], :above::text[], :receivers::int[], :statuses::text[], :figures::text[], :notes::text[],
                            :versions::int[], :at::timestamptz[]) d(unit, above, receiver, status, figures, notes, version, at) offset 0) d
                    on conflict do nothing
                    returning id, status, sent_at, version, figures)
                insert into collection.step (province, id, submission, at, account_name, action, remark, version, figures)
                select :province, uuidv7(), kept.id, least(kept.sent_at + each.later, :now), '', each.action, each.remark,
                    kept.version - each.back, kept.figures
                from kept
                join (values ('SUBMIT', interval '0', '', 1, '{SUBMITTED,RETURNED,ACCEPTED}'::text[]),
                             ('ACCEPT', interval '2 days 3 hours', '', 0, '{ACCEPTED}'::text[]),
                             ('RETURN', interval '1 day 5 hours', :remark, 0, '{RETURNED}'::text[]))
                    each(action, later, remark, back, statuses) on kept.status = any(each.statuses)
                where :now::timestamptz is not null
                """)
                .param("province", province)
                .param("round", round.id())
                .param("form", round.form())
                .param("year", round.year())
                .param("part", round.part())
                .param("units", ints(returns, each -> each.owed().unit()))
                .param("above", strings(returns, each -> each.owed().above()))
                .param("receivers", ints(returns, each -> each.owed().receiver()))
                .param("statuses", strings(returns, each -> each.status().name()))
                .param("figures", strings(returns, Return::figures))
                .param("notes", strings(returns, Return::notes))
                .param("versions", ints(returns, Return::version))
                .param("at", strings(returns, each -> each.at().toString()))
                .param("remark", remark)
                .param("now", now == null ? null : Timestamp.from(now), java.sql.Types.TIMESTAMP)
                .update();
    }

    /** The planner should know at once how much there is; of the columns that it is asked about, not of the figures. */
    void analyze() {
        jdbc.sql("""
                analyze collection.submission (province, round, form, year, part, unit, receiver, status, received, counted, partial, ad_hoc, sent_at),
                    collection.step (province, submission, at, action)
                """).update();
    }

    private static int[] ints(List<Return> returns, ToIntFunction<Return> of) {
        return returns.stream().mapToInt(of).toArray();
    }

    private static String[] strings(List<Return> returns, Function<Return, String> of) {
        return returns.stream().map(of).toArray(String[]::new);
    }
}

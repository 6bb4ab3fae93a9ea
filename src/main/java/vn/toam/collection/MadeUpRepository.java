package vn.toam.collection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.round.Round;

/** SQL of {@link MadeUpReturns}. */
@Repository
class MadeUpRepository {

    private final JdbcClient jdbc;

    MadeUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyRound() {
        return jdbc.sql("select exists (select 1 from round.round_v)")
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
    void add(Round round, int province, List<MadeUpReturns.Return> returns, String remark, @Nullable Instant now) {
        List<UUID> kept = jdbc.sql("""
                insert into collection.submission (province, id, round, form, year, part, unit, above, receiver, status, figures, notes, version,
                    sent_at, changed_at, accepted)
                select :province, uuidv7(), :round, :form, :year, :part, unit, string_to_array(above, ',')::int[], receiver, status, figures, notes,
                    version, case when status <> 'DRAFT' then at end, at, case when status = 'ACCEPTED' then figures end
                from unnest(:units::int[], :above::text[], :receivers::int[], :statuses::text[], :figures::jsonb[], :notes::jsonb[],
                    :versions::int[], :at::timestamptz[]) d(unit, above, receiver, status, figures, notes, version, at)
                on conflict do nothing
                returning id
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
                .param("figures", strings(returns, MadeUpReturns.Return::figures))
                .param("notes", strings(returns, MadeUpReturns.Return::notes))
                .param("versions", ints(returns, MadeUpReturns.Return::version))
                .param("at", strings(returns, each -> each.at().toString()))
                .query(UUID.class)
                .list();
        if (now != null) {
            addSteps(province, kept, remark, now);
        }
    }

    private void addSteps(int province, List<UUID> kept, String remark, Instant now) {
        jdbc.sql("""
                insert into collection.step (province, id, submission, at, account_name, action, remark, version, figures)
                select :province, uuidv7(), s.id, least(s.sent_at + each.later, :now), '', each.action, each.remark,
                    s.version - each.back, s.figures
                from collection.submission s
                join (values ('SUBMIT', interval '0', '', 1, array['SUBMITTED', 'RETURNED', 'ACCEPTED']),
                             ('ACCEPT', interval '2 days 3 hours', '', 0, array['ACCEPTED']),
                             ('RETURN', interval '1 day 5 hours', :remark, 0, array['RETURNED']))
                    each(action, later, remark, back, statuses) on s.status = any(each.statuses)
                where s.province = :province and s.id = any(:kept)
                """)
                .param("province", province)
                .param("kept", kept.toArray(UUID[]::new))
                .param("remark", remark)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The planner should know at once how much there is; of the columns that it is asked about, not of the figures. */
    @Transactional(propagation = Propagation.NEVER)
    void analyze() {
        jdbc.sql("""
                analyze collection.submission (province, round, form, year, part, unit, receiver, status, received, counted, partial, ad_hoc, sent_at),
                    collection.step (province, submission, at, action)
                """).update();
    }

    private static int[] ints(List<MadeUpReturns.Return> returns, ToIntFunction<MadeUpReturns.Return> of) {
        return returns.stream().mapToInt(of).toArray();
    }

    private static String[] strings(List<MadeUpReturns.Return> returns, Function<MadeUpReturns.Return, String> of) {
        return returns.stream().map(of).toArray(String[]::new);
    }
}

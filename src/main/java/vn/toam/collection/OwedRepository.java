package vn.toam.collection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who owes a return of a round, and the empty submissions that opening one creates. */
@Repository
class OwedRepository {

    /**
     * Who owes a return of a round: every unit of its level that lies in its scope on the day of its geography. A unit that is asked by other
     * parts of the year is left out, so that nothing is counted twice. An ad hoc round asks all of them.
     */
    private static final String OWED = """
            select u.province, u.id as unit, above.units as above, coalesce(above.receiver, :scope) as receiver
            from (select a.unit, array_agg(a.ancestor order by a.depth) as units,
                    max(a.ancestor) filter (where over.level = :receivers) as receiver
                from unit.lineage below
                join unit.lineage a on a.unit = below.unit and a.valid_from <= :day and :day < a.valid_to
                join unit.unit over on over.id = a.ancestor
                where below.ancestor = :scope and below.level = :level and below.valid_from <= :day and :day < below.valid_to
                group by a.unit) above
            join unit.unit u on u.id = above.unit
            where (cardinality(:chosen) = 0 or above.units && :chosen)
              and not exists (select 1 from collection.submission other
                where not :adHoc and not other.ad_hoc and other.province = u.province and other.unit = u.id and other.year = :year and other.form = :form
                  and other.part <> :part and (0 in (other.part, :part) or (other.part < 5) <> (:part < 5)))
            """;

    private final JdbcClient jdbc;

    OwedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One empty submission for every unit that owes one. A unit that a nearer round already asks for the same form and year is left to it.
     *
     * @param receivers level of the unit that accepts
     * @param chosen only units at or below these; empty: all
     * @return how many units owe the return
     */
    int expect(Round round, String receivers, List<Integer> chosen, Instant now) {
        return owing("""
                insert into collection.submission (province, id, round, ad_hoc, form, year, part, unit, above, receiver, status, changed_at)
                select province, uuidv7(), :round, :adHoc, :form, :year, :part, unit, above, receiver, 'DRAFT', :now from (%s) owed
                on conflict do nothing
                """, round, receivers, chosen)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Those that would owe a return and whom no nearer round asks, without anything being kept. */
    List<Owed> owed(Round round, String receivers) {
        return owing("""
                select * from (%s) owed
                where not exists (select 1 from collection.submission other
                    where not :adHoc and not other.ad_hoc and other.province = owed.province and other.unit = owed.unit
                      and other.year = :year and other.form = :form and other.part = :part)
                order by unit
                """, round, receivers, List.of())
                .query((row, number) -> new Owed(
                        row.getInt("province"), row.getInt("unit"), row.getString("above"), row.getInt("receiver")))
                .list();
    }

    private JdbcClient.StatementSpec owing(String statement, Round round, String receivers, List<Integer> chosen) {
        return jdbc.sql(statement.formatted(OWED))
                .params(Map.of(
                        "round", round.id(),
                        "adHoc", round.adHoc(),
                        "form", round.form(),
                        "year", round.year(),
                        "part", round.part(),
                        "scope", round.scope(),
                        "level", round.level()))
                .param("receivers", receivers)
                .param("chosen", chosen.stream().mapToInt(Integer::intValue).toArray())
                .param("day", round.geography());
    }
}

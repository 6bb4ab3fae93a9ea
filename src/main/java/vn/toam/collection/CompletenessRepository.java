package vn.toam.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Received and expected, counted from the index of submissions. */
@Repository
class CompletenessRepository {

    private static final String COUNTS = """
            count(*) as expected,
            count(*) filter (where s.counted or s.status in ('SUBMITTED', 'ACCEPTED')) as received,
            count(*) filter (where (s.counted or s.status in ('SUBMITTED', 'ACCEPTED'))
                and s.sent_at < (r.due + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') as on_time,
            count(*) filter (where s.counted) as accepted
            """;

    private final JdbcClient jdbc;

    CompletenessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a form and year in a place; {@code province} 0 = all. */
    Completeness of(String form, int year, int province, int[] units) {
        return jdbc.sql(("select " + COUNTS + """
                from collection.round r
                join collection.submission s on s.round = r.id
                where r.form = :form and r.year = :year and %s
                """).formatted(in(province)))
                .param("form", form)
                .param("year", year)
                .param("province", province)
                .param("units", units)
                .query(CompletenessRepository::completeness)
                .single();
    }

    /** Of each round of a year in a place. */
    Map<UUID, Completeness> byRound(int province, int[] units, int year) {
        Map<UUID, Completeness> rounds = new HashMap<>();
        jdbc.sql(("select r.id, " + COUNTS + """
                from collection.round r
                join collection.submission s on s.round = r.id
                where r.year = :year and %s
                group by r.id
                """).formatted(in(province)))
                .param("year", year)
                .param("province", province)
                .param("units", units)
                .query((ResultSet row, int n) -> rounds.put(row.getObject("id", UUID.class), completeness(row, n)))
                .list();
        return rounds;
    }

    /**
     * Of a form and year, by every unit above the reporting ones in a place, within one province also by those themselves. Rows of equal
     * ancestors are counted together first.
     */
    Map<Integer, Completeness> byUnit(String form, int year, @Nullable Integer part, int province, int[] units) {
        Map<Integer, Completeness> byUnit = new HashMap<>();
        jdbc.sql(("select over, " + COUNTS + """
                from collection.round r
                join collection.submission s on s.round = r.id
                cross join lateral (select %s as over) a
                where r.form = :form and r.year = :year and (:part::int is null or r.part = :part) and %s
                group by over
                """).formatted(province == 0 ? "s.above[2:]" : "s.above", in(province)))
                .param("form", form)
                .param("year", year)
                .param("part", part, java.sql.Types.INTEGER)
                .param("province", province)
                .param("units", units)
                .query(row -> {
                    Completeness counted = completeness(row, 0);
                    for (Integer over : (Integer[]) row.getArray("over").getArray()) {
                        byUnit.merge(over, counted, Completeness::plus);
                    }
                });
        return byUnit;
    }

    /** The condition that a submission lies in the place; the country has all. */
    private static String in(int province) {
        return province == 0 ? "true" : "s.province = :province and s.above && :units";
    }

    private static Completeness completeness(ResultSet row, int number) throws SQLException {
        return new Completeness(
                row.getInt("expected"), row.getInt("received"), row.getInt("on_time"), row.getInt("accepted"));
    }
}

package vn.toam.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Received and expected, counted from the index of submissions. */
@Repository
class CompletenessRepository {

    private static final String COUNTS = """
            count(*) as expected,
            count(*) filter (where s.counted or s.status in ('SUBMITTED', 'ACCEPTED')) as received,
            count(*) filter (where (s.counted or s.status in ('SUBMITTED', 'ACCEPTED'))
                and (s.sent_at at time zone 'Asia/Ho_Chi_Minh')::date <= r.due) as on_time,
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
                where r.form = :form and r.year = :year and %s and s.above && :units
                """).formatted(LineageRepository.where(province)))
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
                where r.year = :year and %s and s.above && :units
                group by r.id
                """).formatted(LineageRepository.where(province)))
                .param("year", year)
                .param("province", province)
                .param("units", units)
                .query((ResultSet row, int n) -> rounds.put(row.getObject("id", UUID.class), completeness(row, n)))
                .list();
        return rounds;
    }

    /** Of a form and year, by every unit above the reporting ones (and by those themselves) in a place. */
    Map<Integer, Completeness> byUnit(String form, int year, int province, int[] units) {
        Map<Integer, Completeness> byUnit = new HashMap<>();
        jdbc.sql(("select over.unit, " + COUNTS + """
                from collection.round r
                join collection.submission s on s.round = r.id
                cross join lateral unnest(s.above) over(unit)
                where r.form = :form and r.year = :year and %s and s.above && :units
                group by over.unit
                """).formatted(LineageRepository.where(province)))
                .param("form", form)
                .param("year", year)
                .param("province", province)
                .param("units", units)
                .query((ResultSet row, int n) -> byUnit.put(row.getInt("unit"), completeness(row, n)))
                .list();
        return byUnit;
    }

    private static Completeness completeness(ResultSet row, int number) throws SQLException {
        return new Completeness(
                row.getInt("expected"), row.getInt("received"), row.getInt("on_time"), row.getInt("accepted"));
    }
}

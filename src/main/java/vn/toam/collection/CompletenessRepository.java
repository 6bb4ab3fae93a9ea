package vn.toam.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.round.Round;
import vn.toam.submission.Completeness;
import vn.toam.unit.UnitService;

/** Received and expected, counted from the index of submissions; the end of the due day is worked out once per round. What was passed on is owed by nobody. */
@Repository
class CompletenessRepository {

    private static final String COUNTS = """
            count(*) as expected,
            count(*) filter (where s.received) as received,
            count(*) filter (where s.received and s.sent_at < r.until) as on_time,
            count(*) filter (where s.status = 'ACCEPTED' or s.counted and not s.partial) as accepted
            from (select id, form, occasion, (due + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until
                  from round.round_v where year = :year offset 0) r
            join collection.submission s on s.round = r.id and s.status <> 'PASSED'
            """;

    private final JdbcClient jdbc;

    CompletenessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each round of a year in a place; {@code province} 0 = all. */
    Map<UUID, Completeness> byRound(int province, int[] units, int year) {
        Map<UUID, Completeness> rounds = new HashMap<>();
        jdbc.sql("select r.id, " + COUNTS + " where "
                        + (province == 0 ? "true" : "s.province = :province and s.above && :units") + " group by r.id")
                .param("year", year)
                .param("province", province)
                .param("units", units)
                .query((ResultSet row, int n) -> rounds.put(row.getObject("id", UUID.class), completeness(row)))
                .list();
        return rounds;
    }

    /**
     * Of a round, by every unit over the reporting ones, those themselves included; a province of today has the returns of the former ones that
     * went into it. One query.
     *
     * @param province whose returns; 0: all, and then only of the country and its provinces, which is quicker
     */
    Map<Integer, Completeness> byUnit(Round round, int province) {
        boolean deep = province != 0;
        Map<Integer, Completeness> byUnit = new HashMap<>();
        jdbc.sql("""
                select c.*, t.id as today from (
                    select %s as place, min(s.province) as province, %s
                    where r.id = :round and %s
                    group by place) c
                left join unit.unit_v t on t.level = 'PROVINCE' and t.province = c.province and t.valid_to = 'infinity'
                """.formatted(
                                deep ? "s.above" : "s.above[cardinality(s.above) - 1]",
                                COUNTS,
                                SubmissionRepository.within(province)))
                .param("round", round.id())
                .param("year", round.year())
                .param("province", province)
                .query(row -> {
                    Completeness counted = completeness(row);
                    places(row, deep).forEach(place -> byUnit.merge(place, counted, Completeness::plus));
                });
        return byUnit;
    }

    private static Set<Integer> places(ResultSet row, boolean deep) throws SQLException {
        Set<Integer> places = new HashSet<>(Set.of(UnitService.COUNTRY));
        Integer today = row.getObject("today", Integer.class);
        if (today != null) {
            places.add(today);
        }
        if (deep) {
            places.addAll(Arrays.asList((Integer[]) row.getArray("place").getArray()));
        } else if (row.getInt("place") != 0) {
            places.add(row.getInt("place"));
        }
        return places;
    }

    private static Completeness completeness(ResultSet row) throws SQLException {
        return new Completeness(
                row.getInt("expected"), row.getInt("received"), row.getInt("on_time"), row.getInt("accepted"));
    }
}

package vn.toam.exchange;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.collection.SubmissionStatus;

/** Reads whom a round asks and what stands in their returns. The province is named wherever one is known: one partition is read then. */
@Repository
class AskedRepository {

    private static final String FROM = """
            from collection.round r
            join collection.submission s on s.round = r.id
            join unit.unit_name n on n.unit = s.unit and n.valid_from <= r.geography and r.geography < n.valid_to
            left join unit.unit_name o on o.unit = s.above[2] and o.valid_from <= r.geography and r.geography < o.valid_to
            where r.id = :round and %s
            order by s.above[2], n.name, s.unit
            """;

    private static final String WHO = """
            select s.unit, s.province, n.code, n.name, n.full_name, coalesce(o.full_name, '') as over, s.receiver, s.status, s.version,
                   s.changed_at,
            """;

    private final JdbcClient jdbc;

    AskedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody a round asks, without their figures. */
    List<Asked> names(UUID round) {
        return jdbc.sql(WHO + " '{}' as figures, '{}' as notes, '{}' as narrative " + FROM.formatted("true"))
                .param("round", round)
                .query(AskedRepository::asked)
                .list();
    }

    /** Those in a place, with their figures. @param places the place and the former units it was made of */
    List<Asked> within(UUID round, int province, int[] places) {
        String where = "s.above && :places" + (province == 0 ? "" : " and s.province = :province");
        return jdbc.sql(WHO + " s.figures, s.notes, s.narrative " + FROM.formatted(where))
                .param("round", round)
                .param("places", places)
                .param("province", province)
                .query(AskedRepository::asked)
                .list();
    }

    /** Some of them, with their figures, by unit. */
    Map<Integer, Asked> standing(UUID round, Collection<Asked> units) {
        Map<Integer, Asked> standing = new HashMap<>();
        jdbc.sql(WHO + " s.figures, s.notes, s.narrative "
                        + FROM.formatted("s.province = any(:provinces) and s.unit = any(:units)"))
                .param("round", round)
                .param(
                        "provinces",
                        units.stream().mapToInt(Asked::province).distinct().toArray())
                .param("units", units.stream().mapToInt(Asked::unit).toArray())
                .query(AskedRepository::asked)
                .list()
                .forEach(asked -> standing.put(asked.unit(), asked));
        return standing;
    }

    /** Figures of the year before the round, of the same form and part of the year, added up over former units. */
    Map<String, BigDecimal> before(UUID round, int province, int[] units) {
        Map<String, BigDecimal> sums = new HashMap<>();
        jdbc.sql("""
                select figure.key as field, sum(figure.value::numeric) as value
                from collection.round r
                join collection.submission s on s.form = r.form and s.part = r.part
                cross join lateral jsonb_each_text(s.figures) figure
                where r.id = :round and s.province = :province and s.unit = any(:units) and s.year = r.year - 1
                group by figure.key
                """)
                .param("round", round)
                .param("province", province)
                .param("units", units)
                .query(row -> {
                    sums.put(row.getString("field"), row.getBigDecimal("value"));
                });
        return sums;
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getInt("unit"),
                row.getInt("province"),
                row.getString("code"),
                row.getString("name"),
                row.getString("full_name"),
                row.getString("over"),
                row.getInt("receiver"),
                SubmissionStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                Json.figures(row.getString("figures")),
                Json.texts(row.getString("notes")),
                Json.texts(row.getString("narrative")));
    }
}

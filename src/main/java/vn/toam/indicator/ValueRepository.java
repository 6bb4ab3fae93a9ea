package vn.toam.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads roll-ups. One query whatever the number of indicators, units and years. */
@Repository
class ValueRepository {

    /** A roll-up of one unit. */
    record Row(String indicator, int year, int unit, Part part) {}

    private final JdbcClient jdbc;

    ValueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Roll-ups of units of one province; {@code years} empty: every year. */
    List<Row> rows(int province, List<String> indicators, int[] units, List<Integer> years) {
        return jdbc.sql("""
                select indicator, year, unit, numerator, base, units
                from indicator.value
                where province = :province and indicator = any(:indicators) and unit = any(:units) and units > 0
                  and (cardinality(:years) = 0 or year = any(:years))
                """)
                .param("province", province)
                .param("indicators", indicators.toArray(String[]::new))
                .param("units", units)
                .param("years", ints(years))
                .query((row, n) -> new Row(
                        row.getString("indicator"),
                        row.getInt("year"),
                        row.getInt("unit"),
                        new Part(row.getBigDecimal("numerator"), row.getBigDecimal("base"), row.getInt("units"))))
                .list();
    }

    /** Roll-ups of every province as it was in each year; {@code years} empty: every year. */
    List<Row> provinces(List<String> indicators, List<Integer> years) {
        return jdbc.sql("""
                select indicator, year, unit, numerator, base, units
                from indicator.value
                where level = 'PROVINCE' and indicator = any(:indicators) and units > 0
                  and (cardinality(:years) = 0 or year = any(:years))
                """)
                .param("indicators", indicators.toArray(String[]::new))
                .param("years", ints(years))
                .query((row, n) -> new Row(
                        row.getString("indicator"),
                        row.getInt("year"),
                        row.getInt("unit"),
                        new Part(row.getBigDecimal("numerator"), row.getBigDecimal("base"), row.getInt("units"))))
                .list();
    }

    /** Roll-ups added up over units, by indicator and year. */
    static Map<String, Map<Integer, Part>> sum(List<Row> rows) {
        Map<String, Map<Integer, Part>> sums = new HashMap<>();
        for (Row row : rows) {
            sums.computeIfAbsent(row.indicator(), each -> new HashMap<>()).merge(row.year(), row.part(), Part::plus);
        }
        return sums;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}

package vn.toam.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.submission.ProvinceYear;

/** Kept sums of units above the reporting ones. One query whatever the number of measures, units and years. */
@Repository
class TotalRepository {

    /** A sum of one unit. */
    record Row(String measure, int year, int unit, Part part) {}

    private final JdbcClient jdbc;

    TotalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Said in words and not as a parameter: a plan that is kept for the statement then finds the years by the index. */
    private static String of(int[] years) {
        return years.length == 0 ? "" : "and year = any(:years)";
    }

    /** Sums of these units; {@code years} empty: of every year. */
    List<Row> rows(String[] measures, int[] units, int[] years) {
        return jdbc.sql("""
                select measure, year, unit, numerator, base, units, whole
                from indicator.total
                where unit = any(:units) and measure = any(:measures) and units > 0 %s
                """.formatted(of(years)))
                .param("measures", measures)
                .param("units", units)
                .param("years", years)
                .query(TotalRepository::row)
                .list();
    }

    /** Sums of provinces of today by their code, those of the former provinces that went into each added up by the caller. */
    List<Row> whole(String[] measures, int[] provinces, int[] years) {
        return jdbc.sql("""
                select measure, year, province as unit, numerator, base, units, whole
                from indicator.total
                where level = 'PROVINCE' and province = any(:provinces) and measure = any(:measures) and units > 0 %s
                """.formatted(of(years)))
                .param("measures", measures)
                .param("provinces", provinces)
                .param("years", years)
                .query(TotalRepository::row)
                .list();
    }

    /** Sums of every province as it was in each year, and what the country reported itself; {@code years} empty: of every year. */
    List<Row> provinces(String[] measures, int[] years) {
        return jdbc.sql("""
                select measure, year, unit, numerator, base, units, whole
                from indicator.total
                where level in ('PROVINCE', 'COUNTRY') and measure = any(:measures) and units > 0 %s
                """.formatted(of(years)))
                .param("measures", measures)
                .param("years", years)
                .query(TotalRepository::row)
                .list();
    }

    /** Sums of the country: those of its provinces, added up here; {@code years} empty: of every year. */
    List<Row> country(String[] measures, int[] years) {
        return jdbc.sql("""
                select measure, year, 1 as unit, sum(numerator) as numerator, sum(base) as base, sum(units) as units, sum(whole) as whole
                from indicator.total
                where level in ('PROVINCE', 'COUNTRY') and measure = any(:measures) and units > 0 %s
                group by measure, year
                """.formatted(of(years)))
                .param("measures", measures)
                .param("years", years)
                .query(TotalRepository::row)
                .list();
    }

    /** Everything kept of a province and year, by unit and measure. */
    Map<Integer, Map<String, Part>> all(ProvinceYear of) {
        Map<Integer, Map<String, Part>> all = new HashMap<>();
        jdbc.sql("""
                select measure, year, unit, numerator, base, units, whole from indicator.total
                where province = ? and year = ? and (units <> 0 or whole <> 0 or numerator <> 0 or base <> 0)
                """)
                .params(of.province(), of.year())
                .query(TotalRepository::row)
                .list()
                .forEach(row ->
                        all.computeIfAbsent(row.unit(), each -> new HashMap<>()).put(row.measure(), row.part()));
        return all;
    }

    /** Adds changes, by unit and measure. */
    void add(ProvinceYear of, Map<Integer, Map<String, Part>> changes) {
        List<Integer> units = new ArrayList<>();
        List<String> measures = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        changes.forEach((unit, own) -> own.forEach((measure, part) -> {
            units.add(unit);
            measures.add(measure);
            parts.add(part);
        }));
        jdbc.sql("""
                insert into indicator.total (province, unit, year, measure, level, numerator, base, units, whole)
                select :province, part.unit, :year, part.measure, u.level, part.numerator, part.base, part.units, part.whole
                from unnest(:units::int[], :measures::text[], :numerators::numeric[], :bases::numeric[], :counts::int[], :wholes::int[])
                    part(unit, measure, numerator, base, units, whole)
                join unit.unit_v u on u.id = part.unit
                order by part.unit, part.measure
                on conflict (province, unit, year, measure) do update
                set numerator = indicator.total.numerator + excluded.numerator, base = indicator.total.base + excluded.base,
                    units = indicator.total.units + excluded.units, whole = indicator.total.whole + excluded.whole
                """)
                .param("province", of.province())
                .param("year", of.year())
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .param("measures", measures.toArray(String[]::new))
                .param("numerators", parts.stream().map(Part::numerator).toArray(BigDecimal[]::new))
                .param("bases", parts.stream().map(Part::base).toArray(BigDecimal[]::new))
                .param("counts", parts.stream().mapToInt(Part::units).toArray())
                .param("wholes", parts.stream().mapToInt(Part::whole).toArray())
                .update();
    }

    void clear(ProvinceYear of) {
        jdbc.sql("delete from indicator.total where province = ? and year = ?")
                .params(of.province(), of.year())
                .update();
    }

    boolean computedWith(String definitions) {
        return jdbc.sql("select exists (select 1 from indicator.computed where definitions = ?)")
                .param(definitions)
                .query(Boolean.class)
                .single();
    }

    void noteComputed(String definitions) {
        jdbc.sql("delete from indicator.computed").update();
        jdbc.sql("insert into indicator.computed values (?)").param(definitions).update();
    }

    /** By position, as every statement here lists them: thousands of rows a table. */
    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                new Part(row.getBigDecimal(4), row.getBigDecimal(5), row.getInt(6), row.getInt(7)));
    }
}

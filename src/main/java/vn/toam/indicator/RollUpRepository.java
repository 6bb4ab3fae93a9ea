package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes roll-ups. Whoever changes one unit holds its lock, whoever rebuilds a province holds the province's: no change is lost. */
@Repository
class RollUpRepository {

    private final JdbcClient jdbc;

    RollUpRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two forms of one unit accepted at the same moment must see each other. Held until the transaction ends. */
    void lockUnit(int province, int unit) {
        jdbc.sql(
                        "select pg_advisory_xact_lock_shared(hashtext('indicator.province'), ?), pg_advisory_xact_lock(hashtext('indicator.unit'), ?)")
                .params(province, unit)
                .query()
                .listOfRows();
    }

    void lockProvince(int province) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('indicator.province'), ?)")
                .param(province)
                .query()
                .listOfRows();
    }

    /** Takes away what a reporting unit contributed so far. */
    Map<String, Part> take(int province, int year, int unit) {
        Map<String, Part> before = new HashMap<>();
        jdbc.sql(
                        "delete from indicator.value where province = ? and year = ? and unit = ? returning indicator, numerator, base, units")
                .params(province, year, unit)
                .query(row -> {
                    before.put(
                            row.getString("indicator"),
                            new Part(row.getBigDecimal("numerator"), row.getBigDecimal("base"), row.getInt("units")));
                });
        return before;
    }

    /** What a reporting unit contributes now; {@code level} is its level. */
    void put(int province, int year, int unit, String level, Map<String, Part> parts) {
        List<String> names = List.copyOf(parts.keySet());
        jdbc.sql("""
                insert into indicator.value (province, year, indicator, unit, level, numerator, base, units)
                select :province, :year, part.indicator, :unit, :level, part.numerator, part.base, part.units
                from unnest(:names::text[], :numerators::numeric[], :bases::numeric[], :counts::int[]) part(indicator, numerator, base, units)
                """)
                .param("province", province)
                .param("year", year)
                .param("unit", unit)
                .param("level", level)
                .params(arrays(parts, names))
                .update();
    }

    /**
     * Adds changes to every unit above a reporting unit within its province, as the round that asked it knew them; in one fixed order, so
     * that two at once never wait for each other in a circle.
     */
    void add(int province, int year, int unit, Map<String, Part> changes) {
        List<String> names = List.copyOf(changes.keySet());
        jdbc.sql("""
                insert into indicator.value (province, year, indicator, unit, level, numerator, base, units)
                select :province, :year, part.indicator, over.id, over.level, part.numerator, part.base, part.units
                from unnest(:names::text[], :numerators::numeric[], :bases::numeric[], :counts::int[]) part(indicator, numerator, base, units)
                cross join (
                    select distinct u.id, u.level
                    from collection.submission s, unnest(s.above) a(id) join unit.unit u on u.id = a.id
                    where s.province = :province and s.unit = :unit and s.year = :year and u.id <> s.unit and u.level <> 'COUNTRY') over
                order by over.id, part.indicator
                on conflict (province, year, indicator, unit) do update
                set numerator = indicator.value.numerator + excluded.numerator, base = indicator.value.base + excluded.base,
                    units = indicator.value.units + excluded.units
                """)
                .param("province", province)
                .param("year", year)
                .param("unit", unit)
                .params(arrays(changes, names))
                .update();
    }

    void clear(int province, int year) {
        jdbc.sql("delete from indicator.value where province = ? and year = ?")
                .params(province, year)
                .update();
    }

    /** After all reporting units of a province and year were {@link #put}: the units above them. */
    void addUp(int province, int year) {
        jdbc.sql("""
                insert into indicator.value (province, year, indicator, unit, level, numerator, base, units)
                select :province, :year, v.indicator, over.id, over.level, sum(v.numerator), sum(v.base), sum(v.units)
                from (select distinct s.unit, s.above from collection.submission s where s.province = :province and s.year = :year) s
                cross join lateral unnest(s.above) a(id)
                join unit.unit over on over.id = a.id and over.id <> s.unit and over.level <> 'COUNTRY'
                join indicator.value v on v.province = :province and v.year = :year and v.unit = s.unit
                group by v.indicator, over.id, over.level
                """).param("province", province).param("year", year).update();
    }

    /** Every province and year with accepted figures. */
    List<int[]> withFigures() {
        return jdbc.sql("select distinct province, year from collection.submission where counted")
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2)})
                .list();
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

    private static Map<String, Object> arrays(Map<String, Part> parts, List<String> names) {
        return Map.of(
                "names", names.toArray(String[]::new),
                "numerators",
                        names.stream()
                                .map(name -> number(parts, name).numerator())
                                .toArray(BigDecimal[]::new),
                "bases", names.stream().map(name -> number(parts, name).base()).toArray(BigDecimal[]::new),
                "counts",
                        names.stream()
                                .mapToInt(name -> number(parts, name).units())
                                .toArray());
    }

    private static Part number(Map<String, Part> parts, String name) {
        return parts.getOrDefault(name, Part.NONE);
    }
}

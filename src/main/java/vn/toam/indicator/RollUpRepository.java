package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
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

    /** What reporting units contribute now, by unit; {@code level} is their level. One statement for all of them. */
    void put(int province, int year, String level, Map<Integer, Map<String, Part>> contributions) {
        List<Integer> units = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        contributions.forEach((unit, own) -> own.forEach((name, part) -> {
            units.add(unit);
            names.add(name);
            parts.add(part);
        }));
        jdbc.sql("""
                insert into indicator.value (province, year, indicator, unit, level, numerator, base, units)
                select :province, :year, part.indicator, part.unit, :level, part.numerator, part.base, part.units
                from unnest(:units::int[], :names::text[], :numerators::numeric[], :bases::numeric[], :counts::int[])
                    part(unit, indicator, numerator, base, units)
                """)
                .param("province", province)
                .param("year", year)
                .param("level", level)
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .params(arrays(names, parts))
                .update();
    }

    /**
     * Adds changes to every unit above a reporting unit within its province, as the round that asked it knew them; in one fixed order, so
     * that two at once never wait for each other in a circle.
     */
    void add(int province, int year, int unit, Map<String, Part> changes) {
        List<String> names = List.copyOf(changes.keySet());
        List<Part> parts = names.stream()
                .map(name -> changes.getOrDefault(name, Part.NONE))
                .toList();
        jdbc.sql("""
                insert into indicator.value (province, year, indicator, unit, level, numerator, base, units)
                select :province, :year, part.indicator, over.id, over.level, part.numerator, part.base, part.units
                from unnest(:names::text[], :numerators::numeric[], :bases::numeric[], :counts::int[]) part(indicator, numerator, base, units)
                cross join (
                    select distinct u.id, u.level
                    from collection.submission s, unnest(s.above) a(id) join unit.unit u on u.id = a.id
                    where s.province = :province and s.unit = :unit and s.year = :year and u.id <> s.unit and u.level <> 'COUNTRY') over
                order by over.id, part.indicator
                on conflict (province, unit, indicator, year) do update
                set numerator = indicator.value.numerator + excluded.numerator, base = indicator.value.base + excluded.base,
                    units = indicator.value.units + excluded.units
                """)
                .param("province", province)
                .param("year", year)
                .param("unit", unit)
                .params(arrays(names, parts))
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

    private static Map<String, Object> arrays(List<String> names, List<Part> parts) {
        return Map.of(
                "names", names.toArray(String[]::new),
                "numerators", parts.stream().map(Part::numerator).toArray(BigDecimal[]::new),
                "bases", parts.stream().map(Part::base).toArray(BigDecimal[]::new),
                "counts", parts.stream().mapToInt(Part::units).toArray());
    }
}

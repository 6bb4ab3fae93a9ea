package vn.toam.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.NotFound;

/** Where a unit lies, and of which former units it is made: figures of old years are kept under the units of their time. */
@Repository
class LineageRepository {

    private final JdbcClient jdbc;

    LineageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The condition that a statement touches one province only; the country reads all. Literal, so that the planner sees it. */
    static String where(int province) {
        return province == 0 ? "true" : "s.province = :province";
    }

    /** Code of the province of today, 0 for the country. @throws NotFound when there is no such unit */
    int province(int unit) {
        return jdbc.sql("select province from unit.unit where id = ?")
                .param(unit)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("unit " + unit));
    }

    /** Code of the one province in which all these units and provinces (by code, with a minus) lie; 0: there is no such one. */
    int together(int[] places) {
        return jdbc.sql("""
                select coalesce(case when min(province) = max(province) then min(province) end, 0)
                from (select -place as province from unnest(:places) asked(place) where place < 0
                    union all select province from unit.unit where id = any(:places)) lies
                """).param("places", places).query(Integer.class).single();
    }

    /** These units by code of their province of today; unknown ones are left out. */
    Map<Integer, List<Integer>> provinces(Collection<Integer> units) {
        Map<Integer, List<Integer>> provinces = new TreeMap<>();
        jdbc.sql("select province, id from unit.unit where id = any(?)")
                .param(units.stream().mapToInt(Integer::intValue).toArray())
                .query(row -> {
                    provinces
                            .computeIfAbsent(row.getInt(1), each -> new ArrayList<>())
                            .add(row.getInt(2));
                });
        return provinces;
    }

    /**
     * The unit and every former unit that went into it whole or as its main part. A round knows the units of its own day, so at most
     * those of one time match. A former unit that was divided counts under the one that took the remainder: an approximation.
     */
    int[] within(int unit) {
        return jdbc.sql("""
                with recursive made(id) as (
                    select ?::int
                    union
                    select s.from_unit from unit.succession s join made on s.to_unit = made.id where s.share in ('FULL', 'REMAINDER'))
                select id from made
                """).param(unit).query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

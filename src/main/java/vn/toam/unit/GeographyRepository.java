package vn.toam.unit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Formation;
import vn.toam.geography.GeographyRows;

/** Reads the tables of units whole, in one statement: what it sees is of one moment, whatever others change meanwhile. */
@Repository
class GeographyRepository {

    private static final String DAY = """
            case %1$s when '-infinity' then -2147483648 when 'infinity' then 2147483647 else %1$s - date '1970-01-01' end
            """;

    private static final String ALL =
            """
            with u as (select array_agg(id) as unit_id, array_agg(level) as unit_level, array_agg(province::int) as unit_province,
                    array_agg(day_from) as unit_from, array_agg(day_to) as unit_to
                from (select id, level, province, ${from} as day_from, ${to} as day_to from unit.unit order by id) o),
            n as (select array_agg(unit) as name_unit, array_agg(day_from) as name_from, array_agg(day_to) as name_to,
                    array_agg(code) as name_code, array_agg(alt_code) as name_alt, array_agg(type) as name_type, array_agg(name) as name_name,
                    array_agg(coalesce(act, '')) as name_act, array_agg(rank) as name_rank
                from (select n.unit, n.valid_from, ${from} as day_from, ${to} as day_to, n.code, n.alt_code, n.type, n.name, n.act, r.rank
                    from unit.unit_name n
                    join (select name, (row_number() over (order by name collate public.vietnamese))::int as rank
                        from unit.unit_name group by name) r using (name)
                    order by n.unit, n.valid_from) o),
            p as (select array_agg(unit) as parent_unit, array_agg(day_from) as parent_from, array_agg(day_to) as parent_to,
                    array_agg(parent) as parent_parent
                from (select unit, ${from} as day_from, ${to} as day_to, parent from unit.unit_parent order by unit, valid_from) o),
            s as (select array_agg(from_unit) as link_from, array_agg(to_unit) as link_to, array_agg(share) as link_share,
                    array_agg(on_date - date '1970-01-01') as link_on, array_agg(coalesce(households, -1)) as link_households,
                    array_agg(coalesce(act, '')) as link_act, array_agg(clause) as link_clause
                from (select * from unit.succession order by from_unit, to_unit) o),
            t as (select array_agg(type) as type_type, array_agg(vi) as type_vi, array_agg(en) as type_en,
                    array_agg(en_first) as type_first, array_agg(urban) as type_urban from unit.unit_type),
            a as (select array_agg(number) as act_number, array_agg(adopted) as act_adopted from unit.act)
            select (select units from unit.version) as version, * from u, n, p, s, t, a
            """.replace("${from}", DAY.formatted("valid_from")).replace("${to}", DAY.formatted("valid_to"));

    private final JdbcClient jdbc;

    GeographyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often units have changed. */
    long version() {
        return jdbc.sql("select units from unit.version").query(Long.class).single();
    }

    /** Counts a change, so that every server reads again. The tables' triggers do so too, but not where the tables lie on several servers. */
    void count() {
        jdbc.sql("update unit.version set units = units + 1, changes = changes + 1")
                .update();
    }

    GeographyRows all() {
        return jdbc.sql(ALL).query(GeographyRepository::read).single();
    }

    /** How the law formed a unit. Its words are long and asked for one at a time. */
    Optional<Formation> formation(int unit) {
        return jdbc.sql("""
                        select f.act, a.adopted, f.clause, f.words from unit.formation f join unit.act a on a.number = f.act
                        where f.unit = :id
                        """).param("id", unit).query(Formation.class).optional();
    }

    private static GeographyRows read(ResultSet row, int number) throws SQLException {
        return new GeographyRows(
                row.getLong("version"),
                new GeographyRows.Units(
                        ints(row, "unit_id"),
                        texts(row, "unit_level"),
                        ints(row, "unit_province"),
                        ints(row, "unit_from"),
                        ints(row, "unit_to")),
                new GeographyRows.Names(
                        ints(row, "name_unit"),
                        ints(row, "name_from"),
                        ints(row, "name_to"),
                        texts(row, "name_code"),
                        texts(row, "name_alt"),
                        texts(row, "name_type"),
                        texts(row, "name_name"),
                        texts(row, "name_act"),
                        ints(row, "name_rank")),
                new GeographyRows.Parents(
                        ints(row, "parent_unit"),
                        ints(row, "parent_from"),
                        ints(row, "parent_to"),
                        ints(row, "parent_parent")),
                new GeographyRows.Links(
                        ints(row, "link_from"),
                        ints(row, "link_to"),
                        texts(row, "link_share"),
                        ints(row, "link_on"),
                        ints(row, "link_households"),
                        texts(row, "link_act"),
                        texts(row, "link_clause")),
                types(row),
                acts(row));
    }

    private static Map<String, GeographyRows.Type> types(ResultSet row) throws SQLException {
        String[] keys = texts(row, "type_type");
        String[] vi = texts(row, "type_vi");
        String[] en = texts(row, "type_en");
        Object[] first = objects(row, "type_first");
        Object[] urban = objects(row, "type_urban");
        Map<String, GeographyRows.Type> types = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            types.put(keys[i], new GeographyRows.Type(vi[i], en[i], (Boolean) first[i], (Boolean) urban[i]));
        }
        return types;
    }

    private static Map<String, @Nullable LocalDate> acts(ResultSet row) throws SQLException {
        String[] numbers = texts(row, "act_number");
        Object[] adopted = objects(row, "act_adopted");
        Map<String, @Nullable LocalDate> acts = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            acts.put(numbers[i], adopted[i] == null ? null : ((java.sql.Date) adopted[i]).toLocalDate());
        }
        return acts;
    }

    private static int[] ints(ResultSet row, String column) throws SQLException {
        Object[] all = objects(row, column);
        int[] ints = new int[all.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (Integer) all[i];
        }
        return ints;
    }

    /** Texts of a column, each kept once. */
    private static String[] texts(ResultSet row, String column) throws SQLException {
        Map<String, String> once = new HashMap<>();
        return Arrays.stream(objects(row, column))
                .map(text -> once.computeIfAbsent((String) text, same -> same))
                .toArray(String[]::new);
    }

    private static Object[] objects(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new Object[0] : (Object[]) array.getArray();
    }
}

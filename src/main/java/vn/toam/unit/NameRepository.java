package vn.toam.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads every name there ever was, for {@link NameIndex}. Days are counted from 1970; the ends of time are the ends of an int. */
@Repository
class NameRepository {

    private static final String DAY = """
            case %1$s when '-infinity' then -2147483648 when 'infinity' then 2147483647 else %1$s - date '1970-01-01' end as %2$s
            """;

    private final JdbcClient jdbc;

    NameRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often units and agencies have changed. */
    long version() {
        return jdbc.sql("select changes from unit.version").query(Long.class).single();
    }

    /** Every name with every unit above it, in the order of lists: higher levels, shorter names, then as people sort them. */
    List<NameIndex.UnitName> units() {
        return jdbc.sql("""
                        select n.unit, u.level, n.search || ' ' || n.code as words, coalesce(p.parent, 0) as parent,
                        """ + DAY.formatted("greatest(n.valid_from, p.valid_from)", "day_from") + ","
                        + DAY.formatted("least(n.valid_to, p.valid_to)", "day_to") + ","
                        + DAY.formatted("u.valid_to", "unit_to") + """
                        from unit.unit_name n join unit.unit u on u.id = n.unit
                        left join unit.unit_parent p on p.unit = n.unit and p.valid_from < n.valid_to and p.valid_to > n.valid_from
                        order by array_position(array['COUNTRY','PROVINCE','DISTRICT','COMMUNE','VILLAGE'], u.level),
                            length(n.search), n.name collate public.vietnamese, n.unit
                        """)
                .query((row, i) -> new NameIndex.UnitName(
                        row.getInt("unit"),
                        Level.valueOf(row.getString("level")),
                        row.getString("words"),
                        row.getInt("parent"),
                        row.getInt("day_from"),
                        row.getInt("day_to"),
                        row.getInt("unit_to")))
                .list();
    }

    /** Every agency in the order of lists; those of one name share its text. */
    List<NameIndex.AgencyName> agencies() {
        Map<String, String> texts = new HashMap<>();
        return jdbc.sql("""
                        with kind as materialized (
                            select name, short_name, name_en, public.searchable(concat_ws(' ', name, short_name, name_en)) as words
                            from unit.agency group by name, short_name, name_en)
                        select a.id, a.unit, k.words,
                        """ + DAY.formatted("a.valid_from", "day_from") + "," + DAY.formatted("a.valid_to", "day_to")
                        + """
                        from unit.agency a
                        join kind k on k.name = a.name and k.short_name = a.short_name and k.name_en = a.name_en
                        order by array_position(array['COUNTRY','PROVINCE','DISTRICT','COMMUNE','VILLAGE'], a.level), length(a.name), a.no, a.id
                        """)
                .query((row, i) -> agency(row, texts))
                .list();
    }

    private static NameIndex.AgencyName agency(ResultSet row, Map<String, String> texts) throws SQLException {
        String words = row.getString("words");
        return new NameIndex.AgencyName(
                row.getInt("id"),
                row.getInt("unit"),
                texts.computeIfAbsent(words, same -> same),
                row.getInt("day_from"),
                row.getInt("day_to"));
    }
}

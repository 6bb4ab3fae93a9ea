package vn.toam.unit;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Level;

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

    /** How often units have changed. */
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

    /** See {@link NameIndex#former}. */
    List<Integer> former(String name, String above, String code, LocalDate before) {
        return jdbc.sql("""
                        select n.unit from unit.unit_name n
                        where n.search in (translate(public.plain(:name), 'y''’-', 'i'), translate(public.plain('xã ' || :name), 'y''’-', 'i'),
                                translate(public.plain('phường ' || :name), 'y''’-', 'i'), translate(public.plain('thị trấn ' || :name), 'y''’-', 'i'))
                          and n.valid_to <= :before
                          and (:above = '' or exists (select 1 from unit.lineage l join unit.unit_name o on o.unit = l.ancestor
                              where l.unit = n.unit and l.ancestor <> n.unit and l.valid_from < n.valid_to and n.valid_from < l.valid_to
                                and o.search in (select translate(public.plain(type || :above), 'y''’-', 'i')
                                    from unnest(array['', 'huyện ', 'quận ', 'thị xã ', 'thành phố ', 'tỉnh ']) as type)))
                        union
                        select n.unit from unit.unit_name n where :code <> '' and n.code = :code and n.valid_to <= :before
                        """)
                .param("name", name)
                .param("above", above)
                .param("code", code.matches("\\d{1,5}") ? "0".repeat(5 - code.length()) + code : "")
                .param("before", before)
                .query(Integer.class)
                .list();
    }
}

package vn.toam.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Text;

/** Reads units. {@code :date} picks names and parents; a unit that did not exist then is read as on its nearest day. */
@Repository
class UnitRepository {

    private static final String ENGLISH = """
            case when t.en = '' then n.name when t.en_first or n.name ~ '^[0-9]' then t.en || ' ' || n.name
                 else n.name || ' ' || t.en end as full_name_en
            """;

    private static final String UNIT = """
            select u.id, u.level, u.province, p.parent, n.code, n.type, t.urban, n.name, n.full_name,
            """ + ENGLISH + """
            , u.valid_from, u.valid_to
            from unit.unit u
            cross join lateral (select least(greatest(cast(:date as date), u.valid_from), u.valid_to - 1) as day) d
            join unit.unit_name n on n.unit = u.id and n.valid_from <= d.day and n.valid_to > d.day
            join unit.unit_type t on t.type = n.type
            left join unit.unit_parent p on p.unit = u.id and p.valid_from <= d.day and p.valid_to > d.day
            """;

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Unit> find(int id, LocalDate date) {
        return query("where u.id = :id", date)
                .param("id", id)
                .query(UnitRepository::unit)
                .optional();
    }

    List<Unit> findAll(Collection<Integer> ids, LocalDate date) {
        return ids.isEmpty()
                ? List.of()
                : query("where u.id = any(:ids) order by n.name collate public.vietnamese, u.id", date)
                        .param("ids", ids.toArray(Integer[]::new))
                        .query(UnitRepository::unit)
                        .list();
    }

    /** The country, every province and district of {@code date}, and the communes that bear one of {@code codes} then. */
    List<Unit> frame(Collection<String> codes, LocalDate date) {
        return query("""
                        where u.valid_from <= :date and u.valid_to > :date
                          and (u.level in ('COUNTRY', 'PROVINCE', 'DISTRICT') or u.level = 'COMMUNE' and n.code = any(:codes))
                        """, date)
                .param("codes", codes.toArray(String[]::new))
                .query(UnitRepository::unit)
                .list();
    }

    List<Unit> children(int id, LocalDate date) {
        return query("""
                        where p.parent = :id and u.valid_from <= :date and u.valid_to > :date
                          and u.id in (select unit from unit.unit_parent where parent = :id and valid_to > :date and valid_from <= :date)
                        order by u.level, t.urban desc, n.name collate public.vietnamese, u.id
                        """, date).param("id", id).query(UnitRepository::unit).list();
    }

    List<Unit> ancestors(int id, LocalDate date) {
        return query("""
                        join unit.lineage l on l.ancestor = u.id and l.unit = :id and l.depth > 0
                        join unit.unit x on x.id = :id
                        where l.valid_from <= least(greatest(cast(:date as date), x.valid_from), x.valid_to - 1)
                          and l.valid_to > least(greatest(cast(:date as date), x.valid_from), x.valid_to - 1)
                        order by l.depth
                        """, date).param("id", id).query(UnitRepository::unit).list();
    }

    boolean isWithin(int unit, int ancestor, LocalDate date) {
        return jdbc.sql("""
                        select exists (select 1 from unit.lineage
                                       where unit = :unit and ancestor = :ancestor and valid_from <= :date and valid_to > :date)
                        """)
                .param("unit", unit)
                .param("ancestor", ancestor)
                .param("date", date)
                .query(Boolean.class)
                .single();
    }

    List<Integer> idsBelow(int id, Level level, LocalDate date) {
        return jdbc.sql("""
                        select unit from unit.lineage
                        where ancestor = :id and level = :level and valid_from <= :date and valid_to > :date
                        """)
                .param("id", id)
                .param("level", level.name())
                .param("date", date)
                .query(Integer.class)
                .list();
    }

    /** How many of a level lay within each of these on each day. @param whole see {@link UnitService#countBelow} */
    Map<Integer, Map<LocalDate, Integer>> countBelow(int[] ids, int[] whole, Level level, String[] days) {
        Map<Integer, Map<LocalDate, Integer>> counts = new HashMap<>();
        jdbc.sql("""
                        select x.id, d.day, (select count(*) from unit.lineage l
                            where l.ancestor = x.id and l.level = :level and l.valid_from <= d.day and d.day < l.valid_to)
                        from unnest(:ids::int[]) x(id) cross join unnest(:days::text[]::date[]) d(day)
                        union all
                        select p.id, d.day, (select count(*) from unit.unit u
                            where u.province = p.province and u.level = :level and u.valid_from <= d.day and d.day < u.valid_to)
                        from unit.unit p cross join unnest(:days::text[]::date[]) d(day) where p.id = any(:whole::int[])
                        """)
                .param("ids", ids)
                .param("whole", whole)
                .param("level", level.name())
                .param("days", days)
                .query(row -> {
                    counts.computeIfAbsent(row.getInt(1), any -> new HashMap<>())
                            .put(row.getObject(2, LocalDate.class), row.getInt(3));
                });
        return counts;
    }

    /** Asked at every request of the API: two index probes, nothing of the unit but its id. */
    Optional<Integer> idByCode(Level level, String code, LocalDate date) {
        return jdbc.sql("""
                        select n.unit from (
                            select unit, 1 as rank from unit.unit_name
                            where code = :code and code <> '' and valid_from <= :date and valid_to > :date
                            union all
                            select unit, 2 from unit.unit_name
                            where alt_code = :code and alt_code <> '' and valid_from <= :date and valid_to > :date) n
                        join unit.unit u on u.id = n.unit and u.level = :level
                        order by n.rank limit 1
                        """)
                .param("level", level.name())
                .param("code", code)
                .param("date", date)
                .query(Integer.class)
                .optional();
    }

    List<UnitName> names(int id) {
        return jdbc.sql("select n.code, n.full_name, " + ENGLISH + """
                        , n.valid_from, n.valid_to, n.act, a.adopted
                        from unit.unit_name n join unit.unit_type t on t.type = n.type left join unit.act a on a.number = n.act
                        where n.unit = :id order by n.valid_from
                        """)
                .param("id", id)
                .query((row, i) -> new UnitName(
                        row.getString("code"),
                        new Text(row.getString("full_name"), row.getString("full_name_en")),
                        Validity.of(row),
                        row.getString("act"),
                        row.getObject("adopted", LocalDate.class)))
                .list();
    }

    /** The names above each unit, lowest first, without the country: "huyện Tân Yên, tỉnh Bắc Giang". */
    Map<Integer, String> places(Collection<Integer> ids, LocalDate date) {
        Map<Integer, String> places = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select l.unit, string_agg(lower(left(n.full_name, 1)) || substr(n.full_name, 2), ', ' order by l.depth) as place
                            from unit.unit x
                            cross join lateral (select least(greatest(cast(:date as date), x.valid_from), x.valid_to - 1) as day) d
                            join unit.lineage l on l.unit = x.id and l.depth > 0 and l.ancestor <> 1
                                 and l.valid_from <= d.day and l.valid_to > d.day
                            join unit.unit_name n on n.unit = l.ancestor and n.valid_from <= d.day and n.valid_to > d.day
                            where x.id = any(:ids) group by l.unit
                            """)
                    .param("ids", ids.toArray(Integer[]::new))
                    .param("date", date)
                    .query(row -> {
                        places.put(row.getInt("unit"), row.getString("place"));
                    });
        }
        return places;
    }

    List<UnitType> villageTypes() {
        return types(true);
    }

    /** What units can be called: villages, or every tier above them. */
    List<UnitType> types(boolean villages) {
        return jdbc.sql(
                        "select type, vi, en from unit.unit_type where en_first = ? order by urban, vi collate public.vietnamese")
                .param(villages)
                .query((row, i) ->
                        new UnitType(row.getString("type"), new Text(row.getString("vi"), row.getString("en"))))
                .list();
    }

    private JdbcClient.StatementSpec query(String rest, LocalDate date) {
        return jdbc.sql(UNIT + rest).param("date", date);
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getInt("id"),
                Level.valueOf(row.getString("level")),
                row.getInt("province"),
                row.getObject("parent", Integer.class),
                row.getString("code"),
                row.getString("type"),
                row.getBoolean("urban"),
                row.getString("name"),
                new Text(row.getString("full_name"), row.getString("full_name_en")),
                Validity.of(row));
    }
}

package vn.toam.village;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.geography.Validity;

/** Reads villages. Every statement names the province first. */
@Repository
class VillageRepository {

    /** A period of a village. */
    private static final String PERIODS = """
            select p.village as id, p.province, p.unit, p.no, p.kind, p.name, p.areas, p.valid_from, p.valid_to, v.households, v.demo
            from village.period p join village.village v on v.province = p.province and v.id = p.village
            where p.province = :province and p.valid_from < p.valid_to
            """;

    /** A link of succession with the day of its change. */
    record Link(UUID from, UUID to, boolean whole) {}

    private final JdbcClient jdbc;
    private final VillageKinds kinds;

    VillageRepository(JdbcClient jdbc, VillageKinds kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** All periods of the villages that ever lay in these communes, while they did; in order of number and time. */
    List<Village> inUnits(int province, Collection<Integer> units) {
        return jdbc.sql(PERIODS + " and p.unit = any(:units) order by p.no, p.valid_from, p.id")
                .param("province", province)
                .param("units", units.toArray(Integer[]::new))
                .query(this::village)
                .list();
    }

    /** All periods of these villages, oldest first. */
    List<Village> periods(int province, Collection<UUID> ids) {
        return jdbc.sql(PERIODS + " and p.village = any(:ids) order by p.valid_from, p.id")
                .param("province", province)
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::village)
                .list();
    }

    /** Which villages followed or preceded these, directly. */
    List<Link> links(int province, Collection<UUID> ids) {
        return jdbc.sql("""
                        select old as "from", new as "to", share = 'FULL' as whole from village.succession
                        where province = :province and (old = any(:ids) or new = any(:ids))
                        """)
                .param("province", province)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Link.class)
                .list();
    }

    /** Who heads a village, with the version of the row. */
    Optional<VillageHeads> heads(int province, UUID id) {
        return jdbc.sql("""
                        select head, head_phone, front_head, front_phone, households, version from village.village
                        where province = ? and id = ?
                        """).params(province, id).query(VillageHeads.class).optional();
    }

    /** The same of many, by id. */
    List<VillageHeads.Of> headsOf(int province, Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, head, head_phone, front_head, front_phone, households, version from village.village
                        where province = ? and id = any(?)
                        """)
                .params(province, ids.toArray(UUID[]::new))
                .query((row, n) -> new VillageHeads.Of(
                        row.getObject("id", UUID.class),
                        new VillageHeads(
                                row.getString("head"),
                                row.getString("head_phone"),
                                row.getString("front_head"),
                                row.getString("front_phone"),
                                row.getObject("households", Integer.class),
                                row.getInt("version"))))
                .list();
    }

    private Village village(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        String name = row.getString("name");
        return new Village(
                row.getObject("id", UUID.class),
                row.getInt("province"),
                row.getInt("unit"),
                row.getInt("no"),
                kind,
                name,
                kinds.fullName(kind, name),
                areas(row.getArray("areas")),
                Validity.of(row),
                row.getObject("households", Integer.class),
                row.getBoolean("demo"));
    }

    private static Set<Area> areas(Array array) throws SQLException {
        Set<Area> areas = EnumSet.noneOf(Area.class);
        Arrays.stream((String[]) array.getArray()).map(Area::valueOf).forEach(areas::add);
        return areas;
    }
}

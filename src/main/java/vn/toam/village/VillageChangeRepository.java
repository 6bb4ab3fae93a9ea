package vn.toam.village;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes villages. A change empties or closes periods and makes others; nothing is deleted. Every statement names the province. */
@Repository
class VillageChangeRepository {

    /** A period to be made. @param no its order number in the unit */
    record Period(UUID village, int unit, int no, String kind, String name, String fullName, Collection<Area> areas) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    VillageChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else writes villages of the commune. */
    void lock(int unit) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('village.unit'), ?)")
                .param(unit)
                .query((row, n) -> 0)
                .list();
    }

    /** The number after the last one that was ever given in the commune. */
    int nextNo(int province, int unit) {
        return jdbc.sql("select coalesce(max(no), 0) + 1 from village.period where province = ? and unit = ?")
                .params(province, unit)
                .query(Integer.class)
                .single();
    }

    /** The last order number of every commune that gave one. */
    Map<Integer, Integer> lastNos(int province) {
        Map<Integer, Integer> last = new HashMap<>();
        jdbc.sql("select unit, max(no) from village.period where province = ? group by unit")
                .param(province)
                .query((ResultSet row, int n) -> last.put(row.getInt(1), row.getInt(2)))
                .list();
        return last;
    }

    List<UUID> ids(int count) {
        return jdbc.sql("select uuidv7() from generate_series(1, ?)")
                .param(count)
                .query(UUID.class)
                .list();
    }

    /** Provinces that have made-up villages. */
    List<Integer> madeUp() {
        return jdbc.sql("select distinct province from village.village where demo")
                .query(Integer.class)
                .list();
    }

    void addChange(VillageChange change) {
        jdbc.sql("""
                        insert into village.change (province, id, unit, what, on_date, decision, decided_on, at, who)
                        values (:province, :id, :unit, :what, :on, :decision, :decidedOn, :at, :who)
                        """)
                .param("province", change.province())
                .param("id", change.id())
                .param("unit", change.unit())
                .param("what", change.what().name())
                .param("on", change.on())
                .param("decision", change.decision())
                .param("decidedOn", change.decidedOn())
                .param("at", Timestamp.from(change.at()))
                .param("who", change.who())
                .update();
    }

    /** Rows of new villages, with who heads them. */
    void addVillages(int province, List<VillageHeads.Of> villages, boolean demo) {
        jdbc.sql("""
                        insert into village.village (province, id, head, head_phone, front_head, front_phone, households, demo)
                        select :province, id, head, head_phone, front_head, front_phone, households, :demo
                        from unnest(:ids::uuid[], :heads::text[], :phones::text[], :fronts::text[], :frontPhones::text[], :households::int[])
                            given (id, head, head_phone, front_head, front_phone, households)
                        """)
                .param("province", province)
                .param("demo", demo)
                .param("ids", villages.stream().map(VillageHeads.Of::village).toArray(UUID[]::new))
                .param("heads", texts(villages, each -> each.heads().head()))
                .param("phones", texts(villages, each -> each.heads().headPhone()))
                .param("fronts", texts(villages, each -> each.heads().frontHead()))
                .param("frontPhones", texts(villages, each -> each.heads().frontPhone()))
                .param(
                        "households",
                        villages.stream().map(each -> each.heads().households()).toArray(Integer[]::new))
                .update();
    }

    void addPeriods(int province, UUID change, LocalDate from, List<Period> periods) {
        jdbc.sql("""
                        insert into village.period (province, village, unit, no, kind, name, full_name, areas, valid_from, made_by)
                        select :province, village, unit, no, kind, name, full_name, string_to_array(areas, ','), :from, :change
                        from unnest(:villages::uuid[], :units::int[], :nos::int[], :kinds::text[], :names::text[], :fullNames::text[],
                            :areas::text[]) given (village, unit, no, kind, name, full_name, areas)
                        """)
                .param("province", province)
                .param("change", change)
                .param("from", from)
                .param("villages", periods.stream().map(Period::village).toArray(UUID[]::new))
                .param("units", periods.stream().map(Period::unit).toArray(Integer[]::new))
                .param("nos", periods.stream().map(Period::no).toArray(Integer[]::new))
                .param("kinds", texts(periods, Period::kind))
                .param("names", texts(periods, Period::name))
                .param("fullNames", texts(periods, Period::fullName))
                .param("areas", texts(periods, VillageChangeRepository::areas))
                .update();
    }

    private static String areas(Period period) {
        return period.areas().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** Ends the last period of these villages. @return how many were ended */
    int end(int province, UUID change, Collection<UUID> villages, LocalDate on) {
        return jdbc.sql("""
                        update village.period set valid_before = valid_to, valid_to = :on, ended_by = :change
                        where province = :province and village = any(:villages) and valid_from < :on and valid_to = 'infinity'
                        """)
                .param("province", province)
                .param("change", change)
                .param("villages", villages.toArray(UUID[]::new))
                .param("on", on)
                .update();
    }

    /** Writes a period as it should have been from its first day. */
    void correct(int province, UUID village, LocalDate from, Period right) {
        jdbc.sql("""
                        update village.period set kind = :kind, name = :name, full_name = :fullName, areas = string_to_array(:areas, ',')
                        where province = :province and village = :village and valid_from = :from and valid_to > valid_from
                        """)
                .param("province", province)
                .param("village", village)
                .param("from", from)
                .param("kind", right.kind())
                .param("name", right.name())
                .param("fullName", right.fullName())
                .param("areas", areas(right))
                .update();
    }

    void link(int province, UUID change, Collection<UUID> old, UUID made, boolean whole) {
        jdbc.sql("""
                        insert into village.succession (province, old, new, share, change)
                        select :province, old, :made, :share, :change from unnest(:old::uuid[]) given (old)
                        """)
                .param("province", province)
                .param("old", old.toArray(UUID[]::new))
                .param("made", made)
                .param("share", whole ? "FULL" : "PART")
                .param("change", change)
                .update();
    }

    /** @return 0: somebody else saved in between */
    int heads(int province, UUID village, VillageHeads heads) {
        return jdbc.sql("""
                        update village.village set head = :head, head_phone = :headPhone, front_head = :frontHead, front_phone = :frontPhone,
                            households = :households, version = version + 1
                        where province = :province and id = :id and version = :version
                        """)
                .param("head", heads.head())
                .param("headPhone", heads.headPhone())
                .param("frontHead", heads.frontHead())
                .param("frontPhone", heads.frontPhone())
                .param("households", heads.households())
                .param("province", province)
                .param("id", village)
                .param("version", heads.version())
                .update();
    }

    /** Notes who headed villages before a change of many. */
    void keepHeads(int province, UUID change, Map<UUID, VillageHeads> before) {
        jdbc.sql("update village.change set before = cast(:before as jsonb) where province = :province and id = :id")
                .param("province", province)
                .param("id", change)
                .param("before", JSON.writeValueAsString(before))
                .update();
    }

    /** Who headed villages before a change of many. */
    Map<UUID, VillageHeads> keptHeads(int province, UUID change) {
        return jdbc.sql("select coalesce(before, '{}') from village.change where province = ? and id = ?")
                .params(province, change)
                .query((row, n) -> JSON.readValue(row.getString(1), new TypeReference<Map<UUID, VillageHeads>>() {}))
                .single();
    }

    Optional<VillageChange> change(int province, UUID id) {
        return jdbc.sql("select * from village.change where province = ? and id = ?")
                .params(province, id)
                .query(VillageChangeRepository::change)
                .optional();
    }

    /** The last changes in a commune, newest first. */
    List<VillageChange> changes(int province, int unit, int limit) {
        return jdbc.sql("""
                        select * from village.change where province = ? and unit = ? order by at desc, id desc limit ?
                        """)
                .params(province, unit, limit)
                .query(VillageChangeRepository::change)
                .list();
    }

    /** The changes that made or ended a period of a village, or linked it, newest first. */
    List<VillageChange> changesOf(int province, UUID village) {
        return jdbc.sql("""
                        select c.* from village.change c where c.province = :province and (
                            exists (select 1 from village.period p where p.province = :province and p.village = :village
                                and c.id in (p.made_by, p.ended_by))
                            or exists (select 1 from village.succession s where s.province = :province and s.change = c.id
                                and :village in (s.old, s.new)))
                        order by c.at desc, c.id desc
                        """)
                .param("province", province)
                .param("village", village)
                .query(VillageChangeRepository::change)
                .list();
    }

    /** Villages that a change made; they have no period of another. */
    List<UUID> madeBy(int province, UUID change) {
        return jdbc.sql("""
                        select distinct p.village from village.period p where p.province = :province and p.made_by = :change
                            and not exists (select 1 from village.period o where o.province = :province and o.village = p.village
                                and o.made_by <> :change and o.valid_from < o.valid_to)
                        """)
                .param("province", province)
                .param("change", change)
                .query(UUID.class)
                .list();
    }

    /** True when something was changed later that rests on this change. */
    boolean followed(int province, UUID change) {
        return jdbc.sql("""
                        select exists (select 1 from village.period where province = :province and made_by = :change
                                and ended_by is not null and ended_by <> :change)
                            or exists (select 1 from village.period p where p.province = :province and p.ended_by = :change
                                and exists (select 1 from village.period l where l.province = :province and l.village = p.village
                                    and l.valid_from >= p.valid_to and l.valid_from < l.valid_to and l.made_by <> :change))
                            or exists (select 1 from village.period p join village.succession later
                                on later.province = p.province and p.village in (later.old, later.new)
                                where p.province = :province and p.made_by = :change and later.change > :change)
                            or exists (select 1 from village.succession s join village.succession later
                                on later.province = s.province and later.old = s.new
                                where s.province = :province and s.change = :change and later.change > :change)
                        """)
                .param("province", province)
                .param("change", change)
                .query(Boolean.class)
                .single();
    }

    /** Takes a change back: its periods are emptied, those that it ended are open again, its links go. */
    void undo(int province, UUID change, Instant now) {
        jdbc.sql("delete from village.succession where province = ? and change = ?")
                .params(province, change)
                .update();
        jdbc.sql("update village.period set valid_to = valid_from where province = ? and made_by = ?")
                .params(province, change)
                .update();
        jdbc.sql("""
                        update village.period set valid_to = valid_before, valid_before = null, ended_by = null
                        where province = ? and ended_by = ? and made_by <> ended_by
                        """).params(province, change).update();
        jdbc.sql("update village.change set undone_at = ? where province = ? and id = ?")
                .params(Timestamp.from(now), province, change)
                .update();
    }

    private static VillageChange change(ResultSet row, int number) throws SQLException {
        return new VillageChange(
                row.getInt("province"),
                row.getObject("id", UUID.class),
                row.getObject("unit", Integer.class),
                VillageChange.What.valueOf(row.getString("what")),
                row.getObject("on_date", LocalDate.class),
                row.getString("decision"),
                row.getObject("decided_on", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                instant(row.getTimestamp("undone_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}

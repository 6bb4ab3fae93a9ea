package vn.toam.village;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.unit.MovesWithUnits.Moved;
import vn.toam.unit.MovesWithUnits.Moves;

/** Villages that pass to the heirs of their communes and back. Every statement names the province. */
@Repository
class VillageMovingRepository {

    /** A village of a unit that ends. @param heir null: nothing follows the unit, so the village ends with it */
    record Gone(String name, @Nullable Integer heir) {}

    /** What becomes of a village: it goes with all of its commune, with what remained of it, or ends with it. */
    enum Kind {
        WHOLE,
        SPLIT,
        NONE
    }

    /** So many villages of a province of a kind, the first of them by name. */
    record Told(Kind kind, int count, List<Gone> named) {}

    /** Periods {@code p} of villages of units that end on a day, which go on after it. */
    private static final String GOING =
            " p.province = :province and p.unit = any(:ended) and p.valid_to > :on and p.valid_to > p.valid_from ";

    private final JdbcClient jdbc;

    VillageMovingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the periods of the villages of ended units and begins others in their heirs, with order numbers after the last there. */
    void move(
            int province,
            UUID reorganisation,
            LocalDate on,
            Collection<Integer> ended,
            Map<Integer, Integer> heirs,
            Instant now) {
        Integer[] from = ended.stream().filter(heirs::containsKey).toArray(Integer[]::new);
        Integer[] to = ended.stream().filter(heirs::containsKey).map(heirs::get).toArray(Integer[]::new);
        jdbc.sql("""
                        insert into village.change (province, id, what, on_date, at) values (?, ?, 'REORGANISED', ?, ?) on conflict do nothing
                        """).params(province, reorganisation, on, Timestamp.from(now)).update();
        jdbc.sql("""
                        update village.period set valid_before = valid_to, valid_to = greatest(valid_from, :on), ended_by = :id
                        where province = :province and unit = any(:ended) and valid_to > :on and valid_to > valid_from
                        """)
                .param("province", province)
                .param("id", reorganisation)
                .param("on", on)
                .param("ended", ended.toArray(Integer[]::new))
                .update();
        jdbc.sql("""
                        insert into village.period (province, village, unit, no, kind, name, full_name, areas, valid_from, valid_to, made_by)
                        select :province, p.village, heir.unit, last.no + dense_rank() over (partition by heir.unit order by p.unit, p.no),
                               p.kind, p.name, p.full_name, p.areas, p.valid_to, p.valid_before, :id
                        from village.period p
                        join unnest(:from::int[], :to::int[]) heir (old, unit) on heir.old = p.unit
                        cross join lateral (select coalesce(max(l.no), 0) as no from village.period l
                            where l.province = :province and l.unit = heir.unit) last
                        where p.province = :province and p.ended_by = :id and p.unit = any(:from::int[])
                        """)
                .param("province", province)
                .param("id", reorganisation)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** What would become of the villages of a province. */
    List<Told> told(int province, Moves moves) {
        Map<Integer, Integer> heirs = moves.mainHeirs();
        Map<Kind, List<Gone>> named = new EnumMap<>(Kind.class);
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        jdbc.sql("""
                        select * from (
                            select each.*, count(*) over (partition by kind) as every,
                                row_number() over (partition by kind order by unit, no) as place
                            from (select distinct on (p.unit, p.no) p.unit, p.no, p.full_name as name, heir.unit as heir,
                                    case when heir.unit is null then 'NONE' when p.unit = any(:split) then 'SPLIT' else 'WHOLE' end as kind
                                from village.period p left join unnest(:from::int[], :to::int[]) heir (old, unit) on heir.old = p.unit
                                where %s order by p.unit, p.no, p.valid_from desc) each) numbered
                        where place <= :named order by kind, place
                        """.formatted(GOING))
                .param("province", province)
                .param("on", moves.on())
                .param("ended", moves.ended().toArray(Integer[]::new))
                .param("split", moves.split().toArray(Integer[]::new))
                .param("from", heirs.keySet().toArray(Integer[]::new))
                .param("to", heirs.values().toArray(Integer[]::new))
                .param("named", Moved.NAMED)
                .query(row -> {
                    Kind kind = Kind.valueOf(row.getString("kind"));
                    counts.put(kind, row.getInt("every"));
                    named.computeIfAbsent(kind, any -> new ArrayList<>())
                            .add(new Gone(row.getString("name"), row.getObject("heir", Integer.class)));
                });
        return named.entrySet().stream()
                .map(each -> new Told(each.getKey(), counts.getOrDefault(each.getKey(), 0), each.getValue()))
                .toList();
    }

    /** How many villages of each ended unit have still to follow. */
    Map<Integer, Integer> waiting(Moves moves) {
        return counts(
                moves,
                "select p.unit, count(distinct p.no) as every from village.period p where" + GOING + "group by p.unit");
    }

    /** How many villages of each ended unit have followed. */
    Map<Integer, Integer> moved(Moves moves) {
        return counts(moves, """
                        select p.unit, count(distinct p.no) as every from village.period p
                        where p.province = :province and p.unit = any(:ended) and p.ended_by = :id group by p.unit
                        """);
    }

    private Map<Integer, Integer> counts(Moves moves, String sql) {
        Map<Integer, Integer> counts = new HashMap<>();
        moves.byProvince()
                .forEach((province, here) -> jdbc.sql(sql)
                        .param("province", province)
                        .param("ended", here.ended().toArray(Integer[]::new))
                        .param("on", here.on())
                        .param("id", here.id())
                        .query(row -> {
                            counts.put(row.getInt("unit"), row.getInt("every"));
                        }));
        return counts;
    }

    /** How many periods of villages in new units were made by something else, or ended, since. */
    int changedSince(int province, UUID reorganisation, Collection<Integer> made) {
        return jdbc.sql("""
                        select count(*) from village.period where province = :province and unit = any(:made) and valid_from < valid_to
                            and (made_by <> :id or ended_by is not null)
                        """)
                .param("province", province)
                .param("made", made.toArray(Integer[]::new))
                .param("id", reorganisation)
                .query(Integer.class)
                .single();
    }

    /** Puts the villages of these units back where they were. */
    void back(int province, Moves moves) {
        Map<String, Object> given = Map.of(
                "province", province,
                "id", moves.id(),
                "ended", moves.ended().toArray(Integer[]::new),
                "made", moves.made().toArray(Integer[]::new));
        jdbc.sql("delete from village.period where province = :province and made_by = :id and unit = any(:made)")
                .params(given)
                .update();
        jdbc.sql("""
                        update village.period set valid_to = valid_before, valid_before = null, ended_by = null
                        where province = :province and ended_by = :id and unit = any(:ended)
                        """).params(given).update();
        jdbc.sql("""
                        delete from village.change c where c.province = :province and c.id = :id and not exists (
                            select 1 from village.period p where p.province = :province and :id in (p.made_by, p.ended_by))
                        """).params(given).update();
    }

    /** Removes what was entered in units that will not have been, and taken back there. */
    void forget(int province, Collection<Integer> made) {
        Integer[] units = made.toArray(Integer[]::new);
        List<UUID> villages = jdbc.sql(
                        "delete from village.period where province = ? and unit = any(?) returning village")
                .params(province, units)
                .query(UUID.class)
                .list();
        jdbc.sql("""
                        delete from village.village v where v.province = :province and v.id = any(:ids)
                            and not exists (select 1 from village.period p where p.province = :province and p.village = v.id)
                        """)
                .param("province", province)
                .param("ids", villages.toArray(UUID[]::new))
                .update();
        jdbc.sql("delete from village.change where province = ? and unit = any(?)")
                .params(province, units)
                .update();
    }
}

package vn.toam.village;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Villages that pass to the heirs of their communes and back. Every statement names the province. */
@Repository
class VillageMovingRepository {

    /** A village of a unit that ended. @param heir null: nothing follows the unit, so the village ends with it */
    record Gone(int unit, String name, @Nullable Integer heir) {}

    private final JdbcClient jdbc;

    VillageMovingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the periods of the villages of ended units and begins others in their heirs, with order numbers after the last there. */
    List<Gone> move(
            int province,
            UUID reorganisation,
            LocalDate on,
            Collection<Integer> ended,
            Map<Integer, Integer> heirs,
            Instant now) {
        Integer[] from = ended.stream().filter(heirs::containsKey).toArray(Integer[]::new);
        Integer[] to =
                ended.stream().filter(heirs::containsKey).map(heirs::get).toArray(Integer[]::new);
        List<Gone> gone = gone(province, on, ended, from, to);
        if (gone.isEmpty()) {
            return gone;
        }
        jdbc.sql("""
                        insert into village.change (province, id, what, on_date, at) values (?, ?, 'REORGANISED', ?, ?)
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
                        where p.province = :province and p.ended_by = :id
                        """)
                .param("province", province)
                .param("id", reorganisation)
                .param("from", from)
                .param("to", to)
                .update();
        return gone;
    }

    private List<Gone> gone(int province, LocalDate on, Collection<Integer> ended, Integer[] from, Integer[] to) {
        return jdbc.sql("""
                        select distinct on (p.unit, p.no) p.unit, p.full_name as name, heir.unit as heir from village.period p
                        left join unnest(:from::int[], :to::int[]) heir (old, unit) on heir.old = p.unit
                        where p.province = :province and p.unit = any(:ended) and p.valid_to > :on and p.valid_to > p.valid_from
                        order by p.unit, p.no, p.valid_from desc
                        """)
                .param("province", province)
                .param("on", on)
                .param("ended", ended.toArray(Integer[]::new))
                .param("from", from)
                .param("to", to)
                .query(Gone.class)
                .list();
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

    /** Puts the villages back where they were. */
    void back(int province, UUID reorganisation) {
        jdbc.sql("delete from village.period where province = ? and made_by = ?")
                .params(province, reorganisation)
                .update();
        jdbc.sql("""
                        update village.period set valid_to = valid_before, valid_before = null, ended_by = null
                        where province = ? and ended_by = ?
                        """).params(province, reorganisation).update();
        jdbc.sql("delete from village.change where province = ? and id = ?")
                .params(province, reorganisation)
                .update();
    }

    /** Removes what was entered in units that will not have been, and taken back there. */
    void forget(int province, Collection<Integer> made) {
        Integer[] units = made.toArray(Integer[]::new);
        List<UUID> villages = jdbc.sql("delete from village.period where province = ? and unit = any(?) returning village")
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

package vn.toam.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Me;

/** Marks of villages as bits by number. Bits of any length are put together at the longest, {@link Bits#MOST} and one. */
@Repository
class MarkRepository {

    private final JdbcClient jdbc;

    MarkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else ticks in the village. */
    void lock(int province, UUID village) {
        jdbc.sql("select pg_advisory_xact_lock(?, hashtext(?))")
                .params(province, "mark " + village)
                .query((row, n) -> 0)
                .list();
    }

    UUID id() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    void add(Mark mark, Me me, Instant at) {
        jdbc.sql("""
                        insert into household.mark (province, id, village, year, service, depth, on_day, occasion, mode, nos, n, at, account, who)
                        values (:province, :id, :village, :year, :service, :depth, :on, :occasion, :mode, cast(:nos as bit varying), :n, :at,
                            :account, :who)
                        """)
                .param("province", mark.province())
                .param("id", mark.id())
                .param("village", mark.village())
                .param("year", mark.year())
                .param("service", mark.service().name())
                .param("depth", mark.depth().ordinal())
                .param("on", mark.on())
                .param("occasion", mark.occasion())
                .param("mode", mark.mode().name())
                .param("nos", mark.reached().written())
                .param("n", mark.reached().count())
                .param("at", Timestamp.from(at))
                .param("account", me.account())
                .param("who", me.name())
                .update();
    }

    void withdraw(int province, UUID id, Instant at) {
        jdbc.sql("update household.mark set withdrawn_at = ? where province = ? and id = ? and withdrawn_at is null")
                .params(Timestamp.from(at), province, id)
                .update();
    }

    /** Households ticked for an event, in whatever village. */
    int reachedAt(int province, UUID occasion) {
        return jdbc.sql("""
                        select coalesce(sum(bit_count(nos)), 0)::int from (
                            select village, bit_or(nos::bit(10000)) as nos from household.mark
                            where province = ? and occasion = ? and depth > 0 and withdrawn_at is null group by village) each
                        """).params(province, occasion).query(Integer.class).single();
    }

    /** Numbers reached from the first day of a day's year up to that day, by village. */
    Map<UUID, Bits> reached(
            int province, Collection<UUID> villages, LocalDate day, Mark.Service service, Mark.Depth depth) {
        return jdbc
                .sql("""
                        select village, bit_or(nos::bit(10000))::text as nos from household.mark
                        where province = :province and year = :year and village = any(:villages) and service = :service and depth >= :depth
                            and on_day <= :day and withdrawn_at is null group by village
                        """)
                .param("province", province)
                .param("villages", villages.toArray(UUID[]::new))
                .param("year", day.getYear())
                .param("day", day)
                .param("service", service.name())
                .param("depth", depth.ordinal())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), Bits.parse(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Numbers of the households that are open, by village. */
    Map<UUID, Bits> open(HouseholdRepository.Wanted wanted) {
        Map<UUID, List<Integer>> numbers = new HashMap<>();
        jdbc.sql("select s.village, s.no " + HouseholdRepository.OPEN)
                .param("province", wanted.province())
                .param("villages", wanted.villages().toArray(UUID[]::new))
                .param("day", wanted.day())
                .query((row, n) -> numbers.computeIfAbsent(row.getObject(1, UUID.class), v -> new ArrayList<>())
                        .add(row.getInt(2)))
                .list();
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Bits.of(each.getValue())));
    }

    /** True when something was ticked in a year that holds. */
    boolean any(int province, Collection<UUID> villages, int year) {
        return jdbc.sql("""
                        select exists (select 1 from household.mark where province = ? and year = ? and village = any(?)
                            and withdrawn_at is null)
                        """)
                .params(province, year, villages.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Numbers of the households that are open on a day under one of these flags, by village. */
    Map<UUID, Bits> flagged(HouseholdRepository.Wanted wanted, Collection<Flag> flags) {
        Map<UUID, List<Integer>> numbers = new HashMap<>();
        jdbc.sql("select s.village, s.no " + HouseholdRepository.OPEN + """
                         and exists (select 1 from household.flag f where f.province = :province and f.household = s.household
                            and f.code = any(:flags) and f.first <= :day and f.until > :day)
                        """)
                .param("province", wanted.province())
                .param("villages", wanted.villages().toArray(UUID[]::new))
                .param("day", wanted.day())
                .param("flags", flags.stream().map(Flag::name).toArray(String[]::new))
                .query((row, n) -> numbers.computeIfAbsent(row.getObject(1, UUID.class), v -> new ArrayList<>())
                        .add(row.getInt(2)))
                .list();
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Bits.of(each.getValue())));
    }

    /** How far a household was reached at most, by year and service, the latest year first; from the first of these years on. */
    List<MarkService.Reached> of(int province, UUID household, int first, int last) {
        return jdbc.sql("""
                        select m.year, m.service, max(m.depth) as depth from household.stay s
                        join household.mark m on m.province = s.province and m.village = s.village and m.on_day >= s.first and m.on_day < s.until
                            and get_bit(m.nos::bit(10000), s.no - 1) = 1 and m.withdrawn_at is null
                        where s.province = :province and s.household = :household and m.province = :province
                            and m.year = any(:years) group by m.year, m.service order by m.year desc, m.service
                        """)
                .param("province", province)
                .param("household", household)
                .param("years", IntStream.rangeClosed(first, last).boxed().toArray(Integer[]::new))
                .query((row, n) -> new MarkService.Reached(
                        row.getInt("year"),
                        Mark.Service.valueOf(row.getString("service")),
                        Mark.Depth.values()[row.getInt("depth")]))
                .list();
    }

    Optional<Mark> find(int province, UUID id) {
        return jdbc.sql("""
                        select province, id, village, year, service, depth, on_day, occasion, mode, nos::text as nos, who, withdrawn_at
                        from household.mark where province = ? and id = ?
                        """).params(province, id).query(MarkRepository::mark).optional();
    }

    List<Mark> list(int province, UUID village, int year) {
        return jdbc.sql("""
                        select province, id, village, year, service, depth, on_day, occasion, mode, nos::text as nos, who, withdrawn_at
                        from household.mark where province = ? and village = ? and year = ? order by id desc
                        """)
                .params(province, village, year)
                .query(MarkRepository::mark)
                .list();
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new Mark(
                row.getInt("province"),
                row.getObject("id", UUID.class),
                row.getObject("village", UUID.class),
                row.getInt("year"),
                Mark.Service.valueOf(row.getString("service")),
                Mark.Depth.values()[row.getInt("depth")],
                row.getObject("on_day", LocalDate.class),
                row.getObject("occasion", UUID.class),
                Mark.Mode.valueOf(row.getString("mode")),
                Bits.parse(row.getString("nos")),
                row.getString("who"),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}

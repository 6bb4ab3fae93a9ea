package vn.toam.household;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Frozen years: written once, read for ever. */
@Repository
class YearRepository {

    private final JdbcClient jdbc;

    YearRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the commune was frozen for that year already */
    boolean begin(int province, int commune, int year, LocalDate cutOff, Instant at, int households) {
        return jdbc.sql("""
                        insert into household.freezing (province, commune, year, cut_off, at, households) values (?, ?, ?, ?, ?, ?)
                        on conflict (province, commune, year) do nothing
                        """)
                        .params(province, commune, year, cutOff, Timestamp.from(at), households)
                        .update()
                == 1;
    }

    Optional<HouseholdYears.Frozen> frozen(int province, int commune, int year) {
        return jdbc.sql(
                        "select cut_off, at, households from household.freezing where province = ? and commune = ? and year = ?")
                .params(province, commune, year)
                .query((row, n) -> new HouseholdYears.Frozen(
                        row.getObject(1, LocalDate.class), row.getTimestamp(2).toInstant(), row.getInt(3)))
                .optional();
    }

    void add(int province, int commune, int year, List<HouseholdYear> rows) {
        jdbc.sql("""
                        insert into household.household_year (province, year, commune, village, household, no, type, flags, persons, female,
                            temporary, away, head_female)
                        select :province, :year, :commune, village, household, no, type, flags, persons, female, temporary, away, head_female
                        from unnest(:villages::uuid[], :households::uuid[], :nos::smallint[], :types::smallint[], :flags::smallint[],
                            :persons::smallint[], :females::smallint[], :temporary::boolean[], :away::boolean[], :heads::boolean[])
                            given (village, household, no, type, flags, persons, female, temporary, away, head_female)
                        """)
                .param("province", province)
                .param("year", year)
                .param("commune", commune)
                .param("villages", rows.stream().map(HouseholdYear::village).toArray(UUID[]::new))
                .param("households", rows.stream().map(HouseholdYear::household).toArray(UUID[]::new))
                .param("nos", numbers(rows, HouseholdYear::no))
                .param("types", numbers(rows, row -> number(row.type())))
                .param("flags", numbers(rows, row -> Flag.bits(row.flags())))
                .param("persons", numbers(rows, HouseholdYear::persons))
                .param("females", numbers(rows, HouseholdYear::female))
                .param("temporary", rows.stream().map(HouseholdYear::temporary).toArray(Boolean[]::new))
                .param("away", rows.stream().map(HouseholdYear::away).toArray(Boolean[]::new))
                .param("heads", rows.stream().map(HouseholdYear::headFemale).toArray(Boolean[]::new))
                .update();
    }

    private static Integer[] numbers(List<HouseholdYear> rows, Function<HouseholdYear, @Nullable Integer> which) {
        return rows.stream().map(which).toArray(Integer[]::new);
    }

    private static @Nullable Integer number(@Nullable HouseholdType type) {
        return type == null ? null : (Integer) (type.ordinal() + 2);
    }

    /** Adds up by village what was just frozen. */
    void addUp(int province, int commune, int year) {
        jdbc.sql("""
                        insert into household.village_year (province, year, commune, village, households, temporary, away, types, flags, persons,
                            persons_known)
                        select y.province, y.year, y.commune, y.village, count(*), count(*) filter (where y.temporary),
                            count(*) filter (where y.away),
                            array[count(*) filter (where y.type is null), count(*) filter (where y.type = 2), count(*) filter (where y.type = 3),
                                count(*) filter (where y.type = 4), count(*) filter (where y.type = 5), count(*) filter (where y.type = 6),
                                count(*) filter (where y.type = 7), count(*) filter (where y.type = 8)]::int[],
                            array[sum(y.flags & 1), sum(y.flags >> 1 & 1), sum(y.flags >> 2 & 1), sum(y.flags >> 3 & 1), sum(y.flags >> 4 & 1),
                                sum(y.flags >> 5 & 1), sum(y.flags >> 6 & 1), sum(y.flags >> 7 & 1), sum(y.flags >> 8 & 1)]::int[],
                            coalesce(sum(y.persons), 0), count(y.persons)
                        from household.household_year y where y.province = :province and y.year = :year and y.commune = :commune
                        group by y.province, y.year, y.commune, y.village
                        """)
                .param("province", province)
                .param("year", year)
                .param("commune", commune)
                .update();
    }

    List<HouseholdYear> rows(int province, int commune, int year) {
        return jdbc.sql("""
                        select household, village, no, type, flags, persons, female, temporary, away, head_female from household.household_year
                        where province = ? and year = ? and commune = ? order by village, no
                        """)
                .params(province, year, commune)
                .query((row, n) -> {
                    Integer type = row.getObject("type", Integer.class);
                    return new HouseholdYear(
                            row.getObject("household", UUID.class),
                            row.getObject("village", UUID.class),
                            row.getInt("no"),
                            type == null ? null : HouseholdType.values()[type - 2],
                            new HashSet<>(Flag.of(row.getInt("flags"))),
                            row.getObject("persons", Integer.class),
                            row.getObject("female", Integer.class),
                            row.getBoolean("temporary"),
                            row.getBoolean("away"),
                            row.getObject("head_female", Boolean.class));
                })
                .list();
    }

    List<HouseholdYears.InVillage> villages(int province, int commune, int year) {
        return jdbc.sql("""
                        select village, households, temporary, away, types, flags, persons, persons_known from household.village_year
                        where province = ? and year = ? and commune = ? order by village
                        """)
                .params(province, year, commune)
                .query((row, n) -> new HouseholdYears.InVillage(
                        row.getObject("village", UUID.class),
                        row.getInt("households"),
                        row.getInt("temporary"),
                        row.getInt("away"),
                        List.of((Integer[]) row.getArray("types").getArray()),
                        List.of((Integer[]) row.getArray("flags").getArray()),
                        row.getInt("persons"),
                        row.getInt("persons_known")))
                .list();
    }

    /** What happened to these after a day; the latest first. */
    List<HouseholdEvent> after(int province, Collection<UUID> households, LocalDate day) {
        return jdbc.sql("""
                        select household, n, what, on_day, reason, at, who, other, before, detail from household.household_event
                        where province = ? and household = any(?) and on_day > ? order by household, n desc
                        """)
                .params(province, households.toArray(UUID[]::new), day)
                .query(HouseholdRepository::event)
                .list();
    }

    /** What was written down after a moment of what happened to these until a day; in its order. */
    List<HouseholdEvent> late(int province, Collection<UUID> households, LocalDate day, Instant written) {
        return jdbc.sql("""
                        select household, n, what, on_day, reason, at, who, other, before, detail from household.household_event
                        where province = ? and household = any(?) and on_day <= ? and at > ? order by household, n
                        """)
                .params(province, households.toArray(UUID[]::new), day, Timestamp.from(written))
                .query(HouseholdRepository::event)
                .list();
    }
}

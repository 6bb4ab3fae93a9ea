package vn.toam.household;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.household.HouseholdLists.Numbered;
import vn.toam.shared.Me;

/** Writes many households at once and removes those of a batch that nobody touched. Every statement names the province. */
@Repository
class ListRepository {

    private final JdbcClient jdbc;

    ListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> ids(int n) {
        return jdbc.sql("select uuidv7() from generate_series(1, ?)")
                .param(n)
                .query(UUID.class)
                .list();
    }

    /** The highest number of each village; nobody else numbers there until the transaction ends. */
    Map<UUID, Integer> lock(int province, Collection<UUID> villages) {
        UUID[] sorted = villages.stream().sorted().toArray(UUID[]::new);
        jdbc.sql("""
                        insert into household.numbering (province, village, last) select ?, village, 0 from unnest(?::uuid[]) given (village)
                        on conflict (province, village) do nothing
                        """).params(province, sorted).update();
        Map<UUID, Integer> last = new HashMap<>();
        jdbc.sql(
                        "select village, last from household.numbering where province = ? and village = any(?) order by village for update")
                .params(province, sorted)
                .query((row, n) -> last.put(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
        return last;
    }

    void number(int province, Map<UUID, Integer> last) {
        jdbc.sql("""
                        update household.numbering g set last = given.last from unnest(?::uuid[], ?::int[]) given (village, last)
                        where g.province = ? and g.village = given.village
                        """)
                .params(last.keySet().toArray(UUID[]::new), last.values().toArray(Integer[]::new), province)
                .update();
    }

    /** Numbers that were ever given. */
    Map<UUID, Set<Integer>> taken(int province, Collection<UUID> villages) {
        Map<UUID, Set<Integer>> taken = new HashMap<>();
        jdbc.sql("select village, no from household.stay where province = ? and village = any(?)")
                .params(province, villages.toArray(UUID[]::new))
                .query((row, n) -> taken.computeIfAbsent(row.getObject(1, UUID.class), v -> new HashSet<>())
                        .add(row.getInt(2)))
                .list();
        return taken;
    }

    /** Opens them: their rows, their stays, the first event of each. */
    void add(int province, UUID batch, List<Numbered> all, Me me, Instant at, String reason) {
        jdbc.sql("""
                        insert into household.household (province, id, head_name, head_sex, head_birth_year, address, phone, registration, away,
                            persons, female, under_16, over_60, disabled, search, batch)
                        select :province, id, name, sex, year, address, phone, registration, away, persons, female, under_16, over_60, disabled,
                            public.searchable(name), :batch
                        from unnest(:ids::uuid[], :names::text[], :sexes::text[], :years::smallint[], :addresses::text[], :phones::text[],
                            :registrations::text[], :aways::boolean[], :persons::smallint[], :females::smallint[], :children::smallint[],
                            :old::smallint[], :disabled::smallint[])
                            given (id, name, sex, year, address, phone, registration, away, persons, female, under_16, over_60, disabled)
                        """)
                .param("province", province)
                .param("batch", batch)
                .param("ids", all.stream().map(Numbered::id).toArray(UUID[]::new))
                .param("names", texts(all, each -> each.facts().head().name()))
                .param("sexes", texts(all, each -> name(each.facts().head().sex())))
                .param("years", numbers(all, each -> each.facts().head().birthYear()))
                .param("addresses", texts(all, each -> each.facts().address()))
                .param("phones", texts(all, each -> each.facts().phone()))
                .param(
                        "registrations",
                        texts(all, each -> each.facts().registration().name()))
                .param("aways", all.stream().map(each -> each.facts().away()).toArray(Boolean[]::new))
                .param("persons", numbers(all, each -> each.facts().counts().persons()))
                .param("females", numbers(all, each -> each.facts().counts().female()))
                .param("children", numbers(all, each -> each.facts().counts().under16()))
                .param("old", numbers(all, each -> each.facts().counts().over60()))
                .param("disabled", numbers(all, each -> each.facts().counts().disabled()))
                .update();
        open(province, all);
        tell(province, all, me, at, reason);
    }

    private void open(int province, List<Numbered> all) {
        jdbc.sql("""
                        insert into household.stay (province, household, n, village, no, first, came)
                        select :province, household, 1, village, no, first, 'FIRST_LIST'
                        from unnest(:ids::uuid[], :villages::uuid[], :nos::int[], :days::date[]) given (household, village, no, first)
                        """)
                .param("province", province)
                .param("ids", all.stream().map(Numbered::id).toArray(UUID[]::new))
                .param("villages", all.stream().map(Numbered::village).toArray(UUID[]::new))
                .param("nos", numbers(all, Numbered::no))
                .param("days", texts(all, each -> each.since().toString()))
                .update();
    }

    private void tell(int province, List<Numbered> all, Me me, Instant at, String reason) {
        jdbc.sql("""
                        insert into household.household_event (province, household, n, what, on_day, reason, at, account, who, detail)
                        select :province, household, 1, 'OPEN', on_day, :reason, :at, :account, :who,
                            jsonb_build_object('came', 'FIRST_LIST', 'row', row::text)
                        from unnest(:ids::uuid[], :days::date[], :rows::int[]) given (household, on_day, row)
                        """)
                .param("province", province)
                .param("ids", all.stream().map(Numbered::id).toArray(UUID[]::new))
                .param("days", texts(all, each -> each.since().toString()))
                .param("rows", numbers(all, Numbered::row))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("account", me.account())
                .param("who", me.name())
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String[] texts(List<Numbered> all, Function<Numbered, @Nullable String> which) {
        return all.stream().map(which).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Numbered> all, Function<Numbered, @Nullable Integer> which) {
        return all.stream().map(which).toArray(Integer[]::new);
    }

    /** Households of a batch of which nothing was written since, that nothing ticked and no year holds; with their rows. */
    Map<UUID, Integer> untouched(int province, Collection<UUID> villages, UUID batch) {
        Map<UUID, Integer> found = new HashMap<>();
        jdbc.sql("""
                        select h.id, (e.detail ->> 'row')::int as row from household.household h
                        join household.household_event e on e.province = h.province and e.household = h.id and e.n = 1
                        join household.stay s on s.province = h.province and s.household = h.id
                        where h.province = :province and h.batch = :batch and h.version = 1 and s.village = any(:villages)
                            and s.n = 1 and s.until = 'infinity'
                            and not exists (select 1 from household.household_event l
                                where l.province = :province and l.household = h.id and l.n > 1)
                            and not exists (select 1 from household.household_year y where y.province = :province and y.household = h.id)
                            and not exists (select 1 from household.mark m where m.province = :province and m.village = s.village
                                and get_bit(m.nos::bit(10000), s.no - 1) = 1)
                        """)
                .param("province", province)
                .param("batch", batch)
                .param("villages", villages.toArray(UUID[]::new))
                .query((row, n) -> found.put(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
        return found;
    }

    void remove(int province, Collection<UUID> households) {
        UUID[] ids = households.toArray(UUID[]::new);
        jdbc.sql("delete from household.household_event where province = ? and household = any(?)")
                .params(province, ids)
                .update();
        jdbc.sql("delete from household.stay where province = ? and household = any(?)")
                .params(province, ids)
                .update();
        jdbc.sql("delete from household.household where province = ? and id = any(?)")
                .params(province, ids)
                .update();
    }
}

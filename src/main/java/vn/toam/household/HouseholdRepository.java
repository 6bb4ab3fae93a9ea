package vn.toam.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.household.HouseholdBook.Asked;
import vn.toam.shared.Cursor;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.SearchWords;

/** Reads the book. Which households are open is asked in one way, {@link #OPEN}, by whatever counts or lists them. */
@Repository
class HouseholdRepository {

    /** The households of some villages that are open on a day. */
    static final String OPEN = """
            from household.stay s where s.province = :province and s.village = any(:villages) and s.first <= :day and s.until > :day
            """;

    private static final String OPEN_WITH_FACTS = """
            from household.stay s join household.household h on h.province = s.province and h.id = s.household
            where s.province = :province and s.village = any(:villages) and s.first <= :day and s.until > :day
            """;

    /** What {@link Asked} leaves out. */
    private static final String SUCH = """
             and public.holds(h.search, :words, :patterns) and (not :away or h.away)
             and (cast(:registration as text) is null or h.registration = :registration)
             and (cast(:flag as text) is null or exists (select 1 from household.flag f where f.province = :province and f.household = h.id
                 and f.code = :flag and f.first <= :day and f.until > :day))
            """;

    private static final String COLUMNS = """
            select h.province, h.id, s.village, s.no, s.first, s.until, s.went, h.head_name, h.head_sex, h.head_birth_year, h.address, h.phone,
                h.registration, h.away, h.type, h.persons, h.female, h.under_16, h.over_60, h.disabled, h.version, h.demo
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    HouseholdRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which households: of which villages, open on which day. */
    record Wanted(int province, Collection<UUID> villages, LocalDate day) {

        private UUID[] ids() {
            return villages.toArray(UUID[]::new);
        }
    }

    /** A household where it is, or was last. */
    Optional<Household> find(int province, UUID id) {
        return jdbc.sql(COLUMNS + """
                        from household.household h join household.stay s on s.province = h.province and s.household = h.id
                        where h.province = ? and h.id = ? order by s.n desc limit 1
                        """)
                .params(province, id)
                .query(HouseholdRepository::household)
                .optional();
    }

    /** How many are open, by village; villages without any are left out. */
    Map<UUID, Integer> count(Wanted wanted) {
        return jdbc
                .sql("select s.village, count(*)::int as n " + OPEN + " group by s.village")
                .param("province", wanted.province())
                .param("villages", wanted.ids())
                .param("day", wanted.day())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Numbers of those that are open. */
    List<Integer> numbers(Wanted wanted) {
        return jdbc.sql("select s.no " + OPEN + " order by s.no")
                .param("province", wanted.province())
                .param("villages", wanted.ids())
                .param("day", wanted.day())
                .query(Integer.class)
                .list();
    }

    /** Those that are open, in the order of their numbers, a village after the other; one page. */
    KeysetSlice<Household> page(Wanted wanted, Asked asked, long total, int size, @Nullable Cursor at) {
        Cursor from = at != null && at.key().size() == 2 && at.key().get(1).matches("\\d{1,4}") ? at : null;
        boolean back = from != null && from.back();
        String after =
                from == null ? "" : " and (s.village, s.no) " + (back ? "<" : ">") + " (cast(:village as uuid), :no)";
        List<Household> read = such(
                        COLUMNS + OPEN_WITH_FACTS + SUCH + after
                                + (back ? " order by s.village desc, s.no desc" : " order by s.village, s.no")
                                + " limit :most",
                        wanted,
                        asked)
                .param("most", size + 1)
                .param("village", from == null ? null : from.key().getFirst())
                .param("no", from == null ? 0 : Integer.parseInt(from.key().get(1)))
                .query(HouseholdRepository::household)
                .list();
        return KeysetSlice.of(
                read, size, from, total, each -> List.of(each.village().toString(), String.valueOf(each.no())));
    }

    /** All that are open. */
    List<Household> all(Wanted wanted) {
        return jdbc.sql(COLUMNS + OPEN_WITH_FACTS + " order by s.village, s.no")
                .param("province", wanted.province())
                .param("villages", wanted.ids())
                .param("day", wanted.day())
                .query(HouseholdRepository::household)
                .list();
    }

    /** How many of those that are open are such. */
    int count(Wanted wanted, Asked asked) {
        return such("select count(*) " + OPEN_WITH_FACTS + SUCH, wanted, asked)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec such(String sql, Wanted wanted, Asked asked) {
        return jdbc.sql(sql)
                .param("province", wanted.province())
                .param("villages", wanted.ids())
                .param("day", wanted.day())
                .params(SearchWords.of(asked.q()).parameters())
                .param("flag", asked.flag() == null ? null : asked.flag().name())
                .param(
                        "registration",
                        asked.registration() == null
                                ? null
                                : asked.registration().name())
                .param("away", asked.away());
    }

    /** Everybody who ever was a member of one of these, as such. */
    List<Member> members(int province, Collection<UUID> households) {
        return jdbc.sql("""
                        select id, household, name, sex, birth, birth_year, relation, ethnic, first, until from household.member
                        where province = ? and household = any(?) order by relation <> 'HEAD', birth_year, name collate public.vietnamese, id
                        """)
                .params(province, households.toArray(UUID[]::new))
                .query(HouseholdRepository::member)
                .list();
    }

    /** Where somebody of that name and day of birth is a member too. */
    List<UUID> elsewhere(int province, Member who) {
        return who.birth() == null
                ? List.of()
                : jdbc.sql("""
                        select household from household.member where province = ? and birth = ? and until = 'infinity'
                            and sex = ? and public.searchable(name) = public.searchable(?) and household <> ?
                        """)
                        .params(province, who.birth(), who.sex().name(), who.name(), who.household())
                        .query(UUID.class)
                        .list();
    }

    List<Flag.Span> flags(int province, Collection<UUID> households) {
        return jdbc.sql("""
                        select household, code, first, until, decision, cause from household.flag
                        where province = ? and household = any(?) order by first, code
                        """)
                .params(province, households.toArray(UUID[]::new))
                .query((row, n) -> new Flag.Span(
                        row.getObject("household", UUID.class),
                        Flag.valueOf(row.getString("code")),
                        row.getObject("first", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getString("decision"),
                        row.getString("cause") == null ? null : Flag.Cause.valueOf(row.getString("cause"))))
                .list();
    }

    /** What happened to these households, oldest first. */
    List<HouseholdEvent> events(int province, Collection<UUID> households) {
        return jdbc.sql("""
                        select household, n, what, on_day, reason, at, who, other, before, detail from household.household_event
                        where province = ? and household = any(?) order by at, household, n
                        """)
                .params(province, households.toArray(UUID[]::new))
                .query(HouseholdRepository::event)
                .list();
    }

    /** The household that one was merged into. */
    Optional<UUID> mergedInto(int province, UUID id) {
        return jdbc.sql("select new from household.household_alias where province = ? and old = ?")
                .params(province, id)
                .query(UUID.class)
                .optional();
    }

    /** Those that were merged into one, also by way of others. */
    List<UUID> mergedFrom(int province, UUID id) {
        return jdbc.sql("""
                        with recursive gone (id) as (
                            select old from household.household_alias where province = :province and new = :id
                            union select a.old from household.household_alias a join gone g on g.id = a.new where a.province = :province)
                        select id from gone
                        """)
                .param("province", province)
                .param("id", id)
                .query(UUID.class)
                .list();
    }

    /** True when any commune of the province keeps a book. */
    boolean keeps(int province) {
        return jdbc.sql("select exists (select 1 from household.numbering where province = ?)")
                .param(province)
                .query(Boolean.class)
                .single();
    }

    /** True when a household has ever been in one of these villages. */
    boolean uses(int province, Collection<UUID> villages) {
        return jdbc.sql("select exists (select 1 from household.numbering where province = ? and village = any(?))")
                .params(province, villages.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    static Household household(ResultSet row, int number) throws SQLException {
        String went = row.getString("went");
        return new Household(
                row.getInt("province"),
                row.getObject("id", UUID.class),
                row.getObject("village", UUID.class),
                row.getInt("no"),
                row.getObject("first", LocalDate.class),
                row.getObject("until", LocalDate.class),
                went == null ? null : Household.Went.valueOf(went),
                facts(row),
                row.getInt("version"),
                row.getBoolean("demo"));
    }

    private static HouseholdFacts facts(ResultSet row) throws SQLException {
        String sex = row.getString("head_sex");
        String type = row.getString("type");
        return new HouseholdFacts(
                new HouseholdFacts.Head(
                        row.getString("head_name"),
                        sex == null ? null : Member.Sex.valueOf(sex),
                        row.getObject("head_birth_year", Integer.class)),
                row.getString("address"),
                row.getString("phone"),
                HouseholdFacts.Registration.valueOf(row.getString("registration")),
                row.getBoolean("away"),
                type == null ? null : HouseholdType.valueOf(type),
                new HouseholdFacts.Counts(
                        row.getObject("persons", Integer.class),
                        row.getObject("female", Integer.class),
                        row.getObject("under_16", Integer.class),
                        row.getObject("over_60", Integer.class),
                        row.getObject("disabled", Integer.class)));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getObject("household", UUID.class),
                row.getString("name"),
                Member.Sex.valueOf(row.getString("sex")),
                row.getObject("birth", LocalDate.class),
                row.getInt("birth_year"),
                Member.Relation.valueOf(row.getString("relation")),
                row.getString("ethnic"),
                row.getObject("first", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    static HouseholdEvent event(ResultSet row, int number) throws SQLException {
        return new HouseholdEvent(
                row.getObject("household", UUID.class),
                row.getInt("n"),
                HouseholdEvent.What.valueOf(row.getString("what")),
                row.getObject("on_day", LocalDate.class),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getObject("other", UUID.class),
                JSON.readValue(row.getString("before"), new TypeReference<Map<String, String>>() {}),
                JSON.readValue(row.getString("detail"), new TypeReference<Map<String, String>>() {}));
    }
}

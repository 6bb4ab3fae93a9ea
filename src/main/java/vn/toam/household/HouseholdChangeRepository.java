package vn.toam.household;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.shared.Me;

/** Writes the book. Rows are begun and ended, events only added; nothing is deleted. Every statement names the province. */
@Repository
class HouseholdChangeRepository {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    HouseholdChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else changes these households; in the order of their ids. */
    void lock(int province, Collection<UUID> ids) {
        jdbc.sql("select id from household.household where province = ? and id = any(?) order by id for update")
                .params(province, ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    UUID id() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    void add(int province, UUID id, HouseholdFacts facts, boolean demo) {
        bound("""
                insert into household.household (province, id, head_name, head_sex, head_birth_year, address, phone, registration, away, type,
                    persons, female, under_16, over_60, disabled, search, demo)
                values (:province, :id, :headName, :headSex, :headBirthYear, :address, :phone, :registration, :away, :type,
                    :persons, :female, :under16, :over60, :disabled, public.searchable(:headName), :demo)
                """, province, id, facts).param("demo", demo).update();
    }

    void change(int province, UUID id, HouseholdFacts facts) {
        bound("""
                update household.household set head_name = :headName, head_sex = :headSex, head_birth_year = :headBirthYear, address = :address,
                    phone = :phone, registration = :registration, away = :away, type = :type, persons = :persons, female = :female,
                    under_16 = :under16, over_60 = :over60, disabled = :disabled, search = public.searchable(:headName), version = version + 1
                where province = :province and id = :id
                """, province, id, facts).update();
    }

    private JdbcClient.StatementSpec bound(String sql, int province, UUID id, HouseholdFacts facts) {
        HouseholdFacts.Counts counts = facts.counts();
        Member.Sex sex = facts.head().sex();
        HouseholdType type = facts.type();
        return jdbc.sql(sql)
                .param("province", province)
                .param("id", id)
                .param("headName", facts.head().name())
                .param("headSex", sex == null ? null : sex.name())
                .param("headBirthYear", facts.head().birthYear())
                .param("address", facts.address())
                .param("phone", facts.phone())
                .param("registration", facts.registration().name())
                .param("away", facts.away())
                .param("type", type == null ? null : type.name())
                .param("persons", counts.persons())
                .param("female", counts.female())
                .param("under16", counts.under16())
                .param("over60", counts.over60())
                .param("disabled", counts.disabled());
    }

    /** The number after the last one that was ever given in the village; it is given by this. */
    int nextNo(int province, UUID village) {
        return jdbc.sql("""
                        insert into household.numbering as g (province, village, last) values (?, ?, 1)
                        on conflict (province, village) do update set last = g.last + 1 returning last
                        """).params(province, village).query(Integer.class).single();
    }

    void begin(int province, UUID household, UUID village, int no, LocalDate first, Household.Came came) {
        jdbc.sql("""
                        insert into household.stay (province, household, n, village, no, first, came)
                        select :province, :household, coalesce(max(s.n), 0) + 1, :village, :no, :first, :came
                        from household.stay s where s.province = :province and s.household = :household
                        """)
                .param("province", province)
                .param("household", household)
                .param("village", village)
                .param("no", no)
                .param("first", first)
                .param("came", came.name())
                .update();
    }

    void end(int province, UUID household, LocalDate until, Household.Went went) {
        jdbc.sql("""
                        update household.stay set until = ?, went = ? where province = ? and household = ? and until = 'infinity'
                        """).params(until, went.name(), province, household).update();
    }

    UUID addMember(int province, UUID household, MemberForm member, LocalDate first, Member.Came came) {
        return jdbc.sql("""
                        insert into household.member (province, household, name, sex, birth, birth_year, relation, ethnic, first, came)
                        values (:province, :household, :name, :sex, :birth, :year, :relation, :ethnic, :first, :came) returning id
                        """)
                .param("province", province)
                .param("household", household)
                .param("name", member.name())
                .param("sex", member.sex().name())
                .param("birth", member.birth())
                .param("year", member.year())
                .param("relation", member.relation().name())
                .param("ethnic", member.ethnic())
                .param("first", first)
                .param("came", came.name())
                .query(UUID.class)
                .single();
    }

    void endMembers(int province, Collection<UUID> ids, LocalDate until, Member.Went went) {
        jdbc.sql("""
                        update household.member set until = ?, went = ? where province = ? and id = any(?) and until = 'infinity'
                        """)
                .params(until, went.name(), province, ids.toArray(UUID[]::new))
                .update();
    }

    /** Whoever was a member until the household was closed on a day. */
    List<UUID> closedMembers(int province, UUID household, LocalDate until) {
        return jdbc.sql("""
                        select id from household.member where province = ? and household = ? and until = ? and went = 'CLOSED'
                        """)
                .params(province, household, until)
                .query(UUID.class)
                .list();
    }

    void event(int province, HouseholdEvent event, Me me) {
        jdbc.sql("""
                        insert into household.household_event (province, household, n, what, on_day, reason, at, account, who, other, before, detail)
                        select :province, :household, coalesce(max(e.n), 0) + 1, :what, :on, :reason, :at, :account, :who, :other,
                            cast(:before as jsonb), cast(:detail as jsonb)
                        from household.household_event e where e.province = :province and e.household = :household
                        """)
                .param("province", province)
                .param("household", event.household())
                .param("what", event.what().name())
                .param("on", event.on())
                .param("reason", event.reason())
                .param("at", Timestamp.from(event.at()))
                .param("account", me.account())
                .param("who", event.who())
                .param("other", event.other())
                .param("before", JSON.writeValueAsString(event.before()))
                .param("detail", JSON.writeValueAsString(event.detail()))
                .update();
    }

    void alias(int province, UUID old, UUID into, LocalDate since) {
        jdbc.sql("insert into household.household_alias (province, old, new, since) values (?, ?, ?, ?)")
                .params(province, old, into, since)
                .update();
    }

    /** @return false when the same flag begins on that day already */
    boolean flag(int province, Flag.Span span) {
        Flag.Cause cause = span.cause();
        return jdbc.sql("""
                        insert into household.flag (province, household, code, first, until, decision, cause)
                        values (:province, :household, :code, :first, :until, :decision, :cause) on conflict (province, household, code, first) do nothing
                        """)
                        .param("province", province)
                        .param("household", span.household())
                        .param("code", span.flag().name())
                        .param("first", span.first())
                        .param("until", span.until())
                        .param("decision", span.decision())
                        .param("cause", cause == null ? null : cause.name())
                        .update()
                == 1;
    }

    /** Ends flags that hold on a day, or were to begin later. */
    int endFlags(int province, UUID household, Collection<Flag> flags, LocalDate until) {
        return jdbc.sql("""
                        update household.flag set until = greatest(first, :until)
                        where province = :province and household = :household and code = any(:codes) and until > :until
                        """)
                .param("province", province)
                .param("household", household)
                .param("codes", flags.stream().map(Flag::name).toArray(String[]::new))
                .param("until", until)
                .update();
    }
}

package vn.toam.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;

/** Accounts and the roles they hold. */
@Repository
class AccountRepository {

    private static final String SELECT = """
            select a.*, (select string_agg(concat_ws(' ', h.role, h.unit, h.agency, h.village), ',' order by h.role, h.unit, h.agency)
                         from access.role_held h where h.account = a.id) as grants
            from access.account a
            """;

    /** Those that may sign in first. */
    private static final String ORDER =
            " order by a.active desc, %s %s nulls last, a.name_vi collate public.vietnamese, a.id limit :limit offset :offset";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(this::account).optional();
    }

    Optional<Account> byUsername(String username) {
        return jdbc.sql(SELECT + "where username = ?")
                .param(username)
                .query(this::account)
                .optional();
    }

    /** Active accounts that hold one of the roles, those of the whole country first. */
    List<Account> holding(List<String> roles) {
        return jdbc.sql(SELECT + """
                where a.active and exists (select 1 from access.role_held h where h.account = a.id and h.role = any(:roles))
                order by a.unit limit 500
                """)
                .param("roles", roles.toArray(String[]::new))
                .query(this::account)
                .list();
    }

    /** True once somebody can sign in with a password: demo accounts cannot. */
    boolean any() {
        return jdbc.sql("select exists (select 1 from access.account where not demo)")
                .query(Boolean.class)
                .single();
    }

    UUID add(NewAccount account, String hash, Instant now) {
        UUID id = jdbc.sql("""
                insert into access.account (username, name_vi, name_en, unit, agency, password, must_change, demo, created_at, password_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(Arrays.asList(
                        account.username(),
                        account.name().vi(),
                        account.name().en(),
                        account.unit(),
                        account.agency(),
                        hash,
                        account.mustChange(),
                        account.demo(),
                        utc(now),
                        account.mustChange() ? utc(now.plus(AccountService.ONE_TIME)) : null))
                .query(UUID.class)
                .single();
        account.grants().forEach(grant -> grant(id, grant));
        return id;
    }

    void grant(UUID id, Grant grant) {
        jdbc.sql("""
                        insert into access.role_held (account, role, unit, agency, village) values (?, ?, ?, ?, ?)
                        on conflict (account, role, unit, agency) do update set village = excluded.village
                        """)
                .params(Arrays.asList(id, grant.role(), grant.unit(), grant.agency(), grant.village()))
                .update();
    }

    /** The hash to compare with; empty when the account may not sign in at all. */
    Optional<String> hashOfActive(String username) {
        return jdbc.sql("select password from access.account where username = ? and active")
                .param(username)
                .query(String.class)
                .optional();
    }

    /** Until when its password for one use may be used; empty: without end. */
    Optional<Instant> passwordUntil(UUID id) {
        return jdbc.sql("select password_until from access.account where id = ? and password_until is not null")
                .param(id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void succeeded(UUID id, Instant now) {
        jdbc.sql("update access.account set last_sign_in = ? where id = ?")
                .params(utc(now), id)
                .update();
    }

    /** Accounts whose name, user name or agency holds {@code words}, of {@code units}; all when blank. */
    List<Account> search(
            String words, Collection<Integer> units, AccountColumn by, boolean down, int limit, int offset) {
        return filter(SELECT, words, units, ORDER.formatted(by.sql(), down ? "desc" : "asc"))
                .param("limit", limit)
                .param("offset", offset)
                .query(this::account)
                .list();
    }

    int count(String words, Collection<Integer> units) {
        return filter("select count(*) from access.account a", words, units, "")
                .query(Integer.class)
                .single();
    }

    /** True when an account in use, other than {@code but}, holds one of {@code roles} at {@code unit}. */
    boolean othersHold(List<String> roles, int unit, UUID but) {
        return jdbc.sql("""
                        select exists (select from access.role_held h join access.account a on a.id = h.account
                            where h.role = any(:roles) and h.unit = :unit and a.active and a.id <> :but)""")
                .param("roles", roles.toArray(String[]::new))
                .param("unit", unit)
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    /** Unit 1, the country, holds everything. */
    private JdbcClient.StatementSpec filter(String select, String words, Collection<Integer> units, String order) {
        return jdbc.sql(select + """
                 where (1 = any (:units) or a.unit = any (:units)) and public.holds(a.search, :words, :patterns)
                """ + order)
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .params(SearchWords.of(words).parameters());
    }

    Optional<String> hash(UUID id) {
        return jdbc.sql("select password from access.account where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** @param until the end of a password for one use, which the next sign-in replaces; null: the holder chose it */
    void password(UUID id, String hash, @Nullable Instant until) {
        jdbc.sql("update access.account set password = ?, must_change = ?, password_until = ? where id = ?")
                .params(Arrays.asList(hash, until != null, until == null ? null : utc(until), id))
                .update();
    }

    void active(UUID id, boolean active) {
        jdbc.sql("update access.account set active = ? where id = ?")
                .params(active, id)
                .update();
    }

    void revoke(UUID id, Grant grant) {
        jdbc.sql("delete from access.role_held where account = ? and role = ? and unit = ? and agency = ?")
                .params(id, grant.role(), grant.unit(), grant.agency())
                .update();
    }

    /** Closes every open demonstration account. @return which */
    List<UUID> endDemo() {
        return jdbc.sql("update access.account set active = false where demo and active returning id")
                .query(UUID.class)
                .list();
    }

    String email(UUID id) {
        return jdbc.sql("select email from access.account where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    void email(UUID id, String email) {
        jdbc.sql("update access.account set email = ? where id = ?")
                .params(email, id)
                .update();
    }

    /** By unit, of active accounts that hold one of the roles there. */
    Map<Integer, List<String>> emails(Collection<Integer> units, List<String> roles) {
        Map<Integer, List<String>> emails = new HashMap<>();
        jdbc.sql("""
                select distinct h.unit, a.email from access.role_held h join access.account a on a.id = h.account
                where h.unit = any(:units) and h.role = any(:roles) and a.active and a.email <> ''
                """)
                .param("units", units.stream().mapToInt(Integer::intValue).toArray())
                .param("roles", roles.toArray(String[]::new))
                .query(row -> {
                    emails.computeIfAbsent(row.getInt("unit"), unit -> new ArrayList<>())
                            .add(row.getString("email"));
                });
        return emails;
    }

    private Account account(ResultSet row, int i) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getInt("unit"),
                row.getInt("agency"),
                row.getBoolean("must_change"),
                row.getBoolean("active"),
                row.getBoolean("demo"),
                instant(row.getObject("last_sign_in", OffsetDateTime.class)),
                grants(row.getString("grants")));
    }

    private static List<Grant> grants(@Nullable String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split(","))
                        .map(AccountRepository::grant)
                        .toList();
    }

    private static Grant grant(String written) {
        String[] part = written.split(" ");
        return new Grant(
                part[0],
                Integer.parseInt(part[1]),
                Integer.parseInt(part[2]),
                part.length > 3 ? UUID.fromString(part[3]) : null);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

package vn.toam.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Text;

/** Accounts and the roles they hold. */
@Repository
class AccountRepository {

    private static final String COLUMNS =
            "select id, username, name_vi, name_en, unit, agency, must_change, active, demo, last_sign_in from identity.account ";

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(this::account).optional();
    }

    Optional<Account> byUsername(String username) {
        return jdbc.sql(COLUMNS + "where username = ?")
                .param(username)
                .query(this::account)
                .optional();
    }

    List<Account> demo() {
        return jdbc.sql(COLUMNS + "where demo and active order by id")
                .query(this::account)
                .list();
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from identity.account)")
                .query(Boolean.class)
                .single();
    }

    UUID add(NewAccount account, String hash, Instant now) {
        UUID id = jdbc.sql("""
                insert into identity.account (username, name_vi, name_en, unit, agency, password, must_change, demo, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        account.username(),
                        account.name().vi(),
                        account.name().en(),
                        account.unit(),
                        account.agency(),
                        hash,
                        account.mustChange(),
                        account.demo(),
                        utc(now))
                .query(UUID.class)
                .single();
        account.grants().forEach(grant -> grant(id, grant));
        return id;
    }

    void grant(UUID id, Grant grant) {
        jdbc.sql(
                        "insert into identity.role_held (account, role, unit, agency) values (?, ?, ?, ?) on conflict do nothing")
                .params(id, grant.role().name(), grant.unit(), grant.agency())
                .update();
    }

    /** The hash to compare with; empty while the account is locked, or when it may not sign in at all. */
    Optional<String> hashOfOpen(String username, Instant now) {
        return jdbc.sql("""
                select password from identity.account
                where username = ? and active and (locked_until is null or locked_until <= ?)
                """).params(username, utc(now)).query(String.class).optional();
    }

    /** Counts a failure; the {@code limit}th since the last success locks until {@code until} and starts the count again. */
    void failed(String username, int limit, Instant now, Instant until) {
        jdbc.sql("""
                update identity.account
                set failures = case when failures + 1 >= :limit then 0 else failures + 1 end,
                    locked_until = case when failures + 1 >= :limit then :until else locked_until end
                where username = :username and active and (locked_until is null or locked_until <= :now)
                """)
                .param("limit", limit)
                .param("until", utc(until))
                .param("now", utc(now))
                .param("username", username)
                .update();
    }

    void succeeded(UUID id, Instant now) {
        jdbc.sql("update identity.account set failures = 0, locked_until = null, last_sign_in = ? where id = ?")
                .params(utc(now), id)
                .update();
    }

    private Account account(ResultSet row, int i) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Account(
                id,
                row.getString("username"),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getInt("unit"),
                row.getInt("agency"),
                row.getBoolean("must_change"),
                row.getBoolean("active"),
                row.getBoolean("demo"),
                instant(row.getObject("last_sign_in", OffsetDateTime.class)),
                grants(id));
    }

    private List<Grant> grants(UUID id) {
        return jdbc.sql(
                        "select role, unit, agency from identity.role_held where account = ? order by role, unit, agency")
                .param(id)
                .query((row, i) ->
                        new Grant(Role.valueOf(row.getString("role")), row.getInt("unit"), row.getInt("agency")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

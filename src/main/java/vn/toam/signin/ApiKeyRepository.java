package vn.toam.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys of the API; found by the hash of what the other system shows. */
@Repository
class ApiKeyRepository {

    private final JdbcClient jdbc;

    ApiKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, UUID account, String name, Instant now, Instant until) {
        jdbc.sql("insert into signin.token (hash, account, name, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(hash, account, name, now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose key it is. */
    Optional<UUID> account(byte[] hash, Instant now) {
        return jdbc.sql("select account from signin.token where hash = ? and expires_at > ?")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** Of an account, the newest first. */
    List<ApiKey> of(UUID account, Instant now) {
        return jdbc.sql("""
                select id, name, created_at, expires_at from signin.token
                where account = ? and expires_at > ? order by created_at desc
                """)
                .params(account, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new ApiKey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** False when the account has no such key. */
    boolean remove(UUID account, UUID id) {
        return jdbc.sql("delete from signin.token where account = ? and id = ?")
                        .params(account, id)
                        .update()
                > 0;
    }

    void removeOld(Instant now) {
        jdbc.sql("delete from signin.token where expires_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package vn.toam.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links to a new password, by their hash. */
@Repository
class ResetRepository {

    private final JdbcClient jdbc;

    ResetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new link ends those before it. */
    void add(byte[] hash, UUID account, Instant now, Instant until) {
        jdbc.sql("delete from signin.reset where account = ? or expires_at <= ?")
                .params(account, now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into signin.reset (hash, account, expires_at) values (?, ?, ?)")
                .params(hash, account, until.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<UUID> account(byte[] hash, Instant now) {
        return jdbc.sql("select account from signin.reset where hash = ? and expires_at > ?")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** True once: a link is used by one alone. */
    boolean use(byte[] hash, Instant now) {
        return jdbc.sql("delete from signin.reset where hash = ? and expires_at > ?")
                        .params(hash, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

package vn.toam.coordination;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the digest of a day is made of. */
@Repository
class DigestRepository {

    private final JdbcClient jdbc;

    DigestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When each account had its last digest. */
    Map<UUID, Instant> last() {
        Map<UUID, Instant> last = new HashMap<>();
        jdbc.sql("select account, max(at) from coordination.digest group by account")
                .query(row -> {
                    last.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
                });
        return last;
    }

    /** Notes the digest of an account and day; false when there was one already. */
    boolean first(UUID account, LocalDate day, Instant now) {
        return jdbc.sql("insert into coordination.digest (account, day, at) values (?, ?, ?) on conflict do nothing")
                        .params(account, day, Timestamp.from(now))
                        .update()
                == 1;
    }
}

package vn.toam.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts guesses by key, each with an end. */
@Repository
class GuessRepository {

    private final JdbcClient jdbc;

    GuessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many guesses there are, and when they are forgotten. */
    record Count(int n, Instant until) {}

    /** Counts one more. Guesses at the same time are counted one after the other. */
    Count count(String key, Instant now, Instant until) {
        return jdbc.sql("""
                insert into signin.guess values (:key, 1, :until)
                on conflict (key) do update
                set n = case when guess.until <= :now then 1 else guess.n + 1 end,
                    until = case when guess.until <= :now then excluded.until else guess.until end
                returning n, until
                """)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Count(
                        row.getInt("n"),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .single();
    }

    void giveBack(String key) {
        jdbc.sql("update signin.guess set n = n - 1 where key = ? and n > 0")
                .param(key)
                .update();
    }

    void forget(String key, Instant now) {
        jdbc.sql("delete from signin.guess where key = ? or until <= ?")
                .params(key, now.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package vn.toam.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters waiting for the mail server. */
@Repository
class MailRepository {

    /** After so many failures a letter stays unsent; the reason stands beside it. */
    private static final int MOST_TRIES = 8;

    /** @param id null until it is kept */
    record Letter(@org.jspecify.annotations.Nullable UUID id, String recipient, String subject, String body) {}

    private final JdbcClient jdbc;

    MailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Letter> letters, Instant now) {
        jdbc.sql("""
                insert into notice.mail (recipient, subject, body, at, next_try)
                select recipient, subject, body, :now, :now from unnest(:recipients::text[], :subjects::text[], :bodies::text[])
                    d(recipient, subject, body)
                """)
                .param("now", Timestamp.from(now))
                .param("recipients", letters.stream().map(Letter::recipient).toArray(String[]::new))
                .param("subjects", letters.stream().map(Letter::subject).toArray(String[]::new))
                .param("bodies", letters.stream().map(Letter::body).toArray(String[]::new))
                .update();
    }

    /**
     * Takes some that are due: until {@code end} nobody else sends them. Whoever is cut off while sending leaves them to be sent again then, so
     * that a letter may come twice and is never lost.
     */
    List<Letter> claim(Instant now, Instant end, int most) {
        return jdbc.sql("""
                update notice.mail m set next_try = :end
                from (select id from notice.mail
                      where sent_at is null and tries < :tries and next_try <= :now
                      order by next_try limit :most for update skip locked) due
                where m.id = due.id
                returning m.id, m.recipient, m.subject, m.body
                """)
                .param("tries", MOST_TRIES)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(end))
                .param("most", most)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body")))
                .list();
    }

    void sent(Letter letter, Instant now) {
        jdbc.sql("update notice.mail set sent_at = ?, failure = '' where id = ?")
                .params(Timestamp.from(now), Objects.requireNonNull(letter.id()))
                .update();
    }

    /** Tried again after 2, 4, 8 … minutes. */
    void failed(Letter letter, String why, Instant now) {
        jdbc.sql("""
                update notice.mail
                set tries = tries + 1, failure = :why, next_try = :now::timestamptz + interval '2 minutes' * power(2, tries)
                where id = :id
                """)
                .param("why", why.length() > 500 ? why.substring(0, 500) : why)
                .param("now", Timestamp.from(now))
                .param("id", letter.id())
                .update();
    }
}

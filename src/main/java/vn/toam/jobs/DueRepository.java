package vn.toam.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Work that falls due. A row that is locked is being done; the database frees it when its server dies. */
@Repository
class DueRepository {

    private static final int FAILURE = 500;

    /** @param due the moment it was said for, whatever was tried since */
    record Item(String kind, String key, Instant due, int tries) {}

    private final JdbcClient jdbc;

    DueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void at(Instant moment, String kind, String key) {
        jdbc.sql("""
                insert into jobs.due as known (kind, key, due_at, next_try) values (:kind, :key, :at, :at)
                on conflict (kind, key) do update set due_at = excluded.due_at, next_try = excluded.next_try, tries = 0, failure = ''
                where known.due_at <> excluded.due_at
                """)
                .param("kind", kind)
                .param("key", key)
                .param("at", Timestamp.from(moment))
                .update();
    }

    void at(Map<String, Instant> moments, String kind) {
        if (!moments.isEmpty()) {
            jdbc.sql("""
                    insert into jobs.due as known (kind, key, due_at, next_try) select :kind, g.key, g.at, g.at
                    from unnest(:keys::text[], :moments::timestamptz[]) g(key, at)
                    on conflict (kind, key) do update set due_at = excluded.due_at, next_try = excluded.next_try, tries = 0, failure = ''
                    where known.due_at <> excluded.due_at
                    """)
                    .param("kind", kind)
                    .param("keys", moments.keySet().toArray(String[]::new))
                    .param(
                            "moments",
                            moments.values().stream().map(Instant::toString).toArray(String[]::new))
                    .update();
        }
    }

    void drop(String kind, Collection<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("delete from jobs.due where kind = ? and key = any(?)")
                    .params(kind, keys.toArray(String[]::new))
                    .update();
        }
    }

    void drop(String kind, String key) {
        jdbc.sql("delete from jobs.due where kind = ? and key = ?")
                .params(kind, key)
                .update();
    }

    /** Locks the item that has been due longest and that nobody else is doing, for the rest of the transaction. */
    Optional<Item> take(Collection<String> kinds, Instant now) {
        return jdbc.sql("""
                select kind, key, due_at, tries from jobs.due where kind = any(:kinds) and next_try <= :now
                order by next_try, kind, key limit 1 for update skip locked
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Item(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getTimestamp("due_at").toInstant(),
                        row.getInt("tries")))
                .optional();
    }

    /** Forgets what was done, unless it was said to fall due again. */
    void done(Item item) {
        jdbc.sql("delete from jobs.due where kind = ? and key = ? and due_at = ?")
                .params(item.kind(), item.key(), Timestamp.from(item.due()))
                .update();
    }

    /** Notes a failure, unless another server has done or tried it since. */
    void failed(Item item, String why, Instant next) {
        jdbc.sql("""
                update jobs.due set tries = tries + 1, failure = :why, next_try = :next
                where kind = :kind and key = :key and due_at = :due and tries = :tries
                """)
                .param("why", why.length() > FAILURE ? why.substring(0, FAILURE) : why)
                .param("next", Timestamp.from(next))
                .param("kind", item.kind())
                .param("key", item.key())
                .param("due", Timestamp.from(item.due()))
                .param("tries", item.tries())
                .update();
    }

    List<DueWork.Failing> failing(Collection<String> kinds, int most) {
        return jdbc.sql("""
                select kind, key, tries, failure, next_try as next from jobs.due where tries > 0 and kind = any(:kinds)
                order by tries desc, kind, key limit :most
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> new DueWork.Failing(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getInt("tries"),
                        row.getString("failure"),
                        row.getTimestamp("next").toInstant()))
                .list();
    }
}

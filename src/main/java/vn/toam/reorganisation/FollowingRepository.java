package vn.toam.reorganisation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far records have followed; each change stands in the transaction that moved them. */
@Repository
class FollowingRepository {

    private final JdbcClient jdbc;

    FollowingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what has to follow; what is known already stays as it is. */
    void add(UUID id, List<Following> rows) {
        jdbc.sql("""
                        insert into reorganisation.following (reorganisation, records, province, estimate)
                        select :id, t.* from unnest(:records, :provinces, :estimates) t on conflict do nothing
                        """)
                .param("id", id)
                .param("records", rows.stream().map(Following::records).toArray(String[]::new))
                .param("provinces", rows.stream().mapToInt(Following::province).toArray())
                .param("estimates", rows.stream().mapToInt(Following::estimate).toArray())
                .update();
    }

    /** Province by province. */
    List<Following> of(UUID id) {
        return of(id, Instant.MAX);
    }

    /** As {@link #of(UUID)}. @param since {@link Following#failed} says whether the last attempt failed since then */
    List<Following> of(UUID id, Instant since) {
        return jdbc.sql("""
                        select records, province, estimate, done, open, failed_at is not null and (:ever or failed_at >= :since) as failed
                        from reorganisation.following where reorganisation = :id order by province, records
                        """)
                .param("id", id)
                .param("ever", since.equals(Instant.MAX))
                .param("since", Timestamp.from(since.equals(Instant.MAX) ? Instant.EPOCH : since))
                .query(Following.class)
                .list();
    }

    /** So many more have moved; below 0: were put back. */
    void moved(UUID id, Following row, int records) {
        jdbc.sql("""
                        update reorganisation.following set done = greatest(done + ?, 0), failed_at = null
                        where reorganisation = ? and records = ? and province = ?
                        """).params(records, id, row.records(), row.province()).update();
    }

    /** Nothing is left of it. */
    void close(UUID id, Following row) {
        jdbc.sql("""
                        update reorganisation.following set open = false, failed_at = null
                        where reorganisation = ? and records = ? and province = ?
                        """).params(id, row.records(), row.province()).update();
    }

    void failed(UUID id, Following row, Instant at) {
        jdbc.sql(
                        "update reorganisation.following set failed_at = ? where reorganisation = ? and records = ? and province = ?")
                .params(Timestamp.from(at), id, row.records(), row.province())
                .update();
    }

    /** Everything is gone through again: forwards or backwards. */
    void reopen(UUID id) {
        jdbc.sql("update reorganisation.following set open = true, failed_at = null where reorganisation = ?")
                .param(id)
                .update();
    }
}

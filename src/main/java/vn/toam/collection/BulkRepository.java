package vn.toam.collection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.shared.Me;
import vn.toam.submission.Submission;

/** Returns that wait to be decided on, many at once. */
@Repository
class BulkRepository {

    private final JdbcClient jdbc;

    BulkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many returns wait for a receiver, of one province. */
    record Waiting(int province, int receiver, int returns) {}

    /** What of a round waits in a place; a receiver is read with the province of the returns. */
    List<Waiting> waiting(UUID round, int province, int[] units) {
        return jdbc.sql("""
                select s.province, s.receiver, count(*) as returns from collection.submission s
                where s.round = :round and %s and s.above && :units and s.status = 'SUBMITTED'
                group by s.province, s.receiver
                """.formatted(SubmissionRepository.within(province)))
                .param("round", round)
                .param("province", province)
                .param("units", units)
                .query(Waiting.class)
                .list();
    }

    /** Sent and not decided on, of a round in a place, for these receivers. */
    List<Submission> sent(UUID round, int province, int[] units, Collection<Integer> receivers) {
        return jdbc.sql("""
                select s.* from collection.submission s
                where s.round = :round and s.province = :province and s.above && :units and s.status = 'SUBMITTED'
                  and s.receiver = any(:receivers)
                order by s.id
                """)
                .param("round", round)
                .param("province", province)
                .param("units", units)
                .param(
                        "receivers",
                        receivers.stream().mapToInt(Integer::intValue).toArray())
                .query(SubmissionRepository::submission)
                .list();
    }

    /**
     * Accepts those that still are as they were seen: their figures count, and each has its step.
     *
     * @param seen version by id
     * @return how many
     */
    int acceptAll(int province, Map<UUID, Integer> seen, Me who, String key, Instant now) {
        List<UUID> accepted = jdbc.sql("""
                update collection.submission s
                set status = 'ACCEPTED', accepted = case when not s.ad_hoc then s.figures end, partial = false, version = s.version + 1, changed_at = :now
                from unnest(:ids::uuid[], :versions::int[]) d(id, version)
                where s.province = :province and s.id = d.id and s.version = d.version and s.status = 'SUBMITTED'
                returning s.id
                """)
                .param("now", Timestamp.from(now))
                .param("ids", seen.keySet().toArray(UUID[]::new))
                .param(
                        "versions",
                        seen.values().stream().mapToInt(Integer::intValue).toArray())
                .param("province", province)
                .query(UUID.class)
                .list();
        return jdbc.sql("""
                insert into collection.step (province, id, submission, at, account, account_name, action, remark, version, figures, key, tally)
                select :province, uuidv7(), id, :now, :account, :name, 'ACCEPT', '', version - 1, figures, :key, tally
                from collection.submission where province = :province and id = any(:accepted)
                """)
                .param("province", province)
                .param("accepted", accepted.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("account", who.account())
                .param("name", who.name())
                .param("key", key)
                .update();
    }
}

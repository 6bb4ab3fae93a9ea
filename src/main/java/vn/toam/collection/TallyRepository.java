package vn.toam.collection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.submission.Json;
import vn.toam.submission.Submission;
import vn.toam.submission.Tallies;
import vn.toam.submission.Tally;

/** What was counted from records for returns; it lies in their rows. */
@Repository
class TallyRepository {

    private final JdbcClient jdbc;

    TallyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns of a round in a province that were never counted. */
    record Part(UUID round, int province, List<Integer> units) {}

    /** By round and province. */
    List<Part> uncounted(Collection<UUID> rounds) {
        return jdbc.sql("""
                select round, province, array_agg(unit order by unit) as units from collection.submission
                where round = any(:rounds) and tallied_at is null and status in ('DRAFT', 'RETURNED')
                group by round, province order by round, province
                """)
                .param("rounds", rounds.toArray(UUID[]::new))
                .query((row, number) ->
                        new Part(row.getObject("round", UUID.class), row.getInt("province"), List.of((Integer[])
                                row.getArray("units").getArray())))
                .list();
    }

    /** How many of a round in a place were never counted. */
    int uncounted(UUID round, int province, int[] units) {
        return jdbc.sql("""
                select count(*) from collection.submission s
                where s.round = :round and %s and s.above && :units and s.tallied_at is null and s.status in ('DRAFT', 'RETURNED')
                """.formatted(SubmissionRepository.within(province)))
                .param("round", round)
                .param("province", province)
                .param("units", units)
                .query(Integer.class)
                .single();
    }

    /** How many that were sent of a round in a place differ from what was counted. */
    int differing(UUID round, int province, int[] units) {
        return jdbc.sql("""
                select count(*) from collection.submission s
                where s.round = :round and %s and s.above && :units and s.differs > 0 and s.received
                """.formatted(SubmissionRepository.within(province)))
                .param("round", round)
                .param("province", province)
                .param("units", units)
                .query(Integer.class)
                .single();
    }

    /** Keeps what was counted for returns that are locked, and what was filled with it. */
    void keep(int province, List<Tallies.Counted> counted, Instant now) {
        jdbc.sql("""
                update collection.submission s
                set tally = d.tally, tallied_at = :now, figures = d.figures, version = s.version + d.filled, fills = s.fills + d.filled
                from unnest(:ids::uuid[], :tallies::jsonb[], :figures::jsonb[], :filled::int[]) d(id, tally, figures, filled)
                where s.province = :province and s.id = d.id
                """)
                .param("now", Timestamp.from(now))
                .param("ids", counted.stream().map(each -> each.of().id()).toArray(UUID[]::new))
                .param(
                        "tallies",
                        counted.stream().map(each -> Json.write(each.lines())).toArray(String[]::new))
                .param(
                        "figures",
                        counted.stream().map(each -> Json.write(each.filled())).toArray(String[]::new))
                .param(
                        "filled",
                        counted.stream().mapToInt(each -> each.fills() ? 1 : 0).toArray())
                .param("province", province)
                .update();
    }

    /** What was counted for a unit's return; empty when nothing is known. */
    Map<String, Tally> of(int province, UUID round, int unit) {
        return jdbc.sql(
                        "select tally from collection.submission where province = ? and round = ? and unit = ? and tally is not null")
                .params(province, round, unit)
                .query(String.class)
                .optional()
                .map(Json::tallies)
                .orElse(Map.of());
    }

    /** What was counted when a version of a return was sent or accepted. */
    Map<String, Tally> at(Submission of, int version) {
        return jdbc.sql("""
                select tally from collection.step where province = ? and submission = ? and version = ? and tally is not null order by at desc, id desc limit 1
                """)
                .params(of.province(), of.id(), version)
                .query(String.class)
                .optional()
                .map(Json::tallies)
                .orElse(Map.of());
    }
}

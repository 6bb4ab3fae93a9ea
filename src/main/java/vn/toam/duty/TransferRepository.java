package vn.toam.duty;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of passing duties on. */
@Repository
class TransferRepository {

    private final JdbcClient db;

    TransferRepository(JdbcClient db) {
        this.db = db;
    }

    /** An agency that ended with duties still open. */
    record Ended(int agency, LocalDate on, int duties) {}

    /** A transfer that was confirmed. */
    record Done(int from, int to, String why, String by, Instant at) {}

    List<Ended> ended(UUID plan, LocalDate today) {
        return db.sql("""
                        select a.id, a.valid_to, count(*) from duty.duty d join unit.agency a on a.id = d.agency
                        where d.plan = :plan and d.passed_at is null and d.status <> 'DONE' and a.valid_to <= :today
                            and d.due >= a.valid_to
                        group by a.id order by a.id""")
                .param("plan", plan)
                .param("today", today)
                .query((row, n) -> new Ended(row.getInt(1), row.getObject(2, LocalDate.class), row.getInt(3)))
                .list();
    }

    /**
     * Passes the open duties of an agency that has ended to each of its successors and notes it for later years. The old duties stay as
     * history, marked as passed. Tells how many new ones there are.
     */
    int pass(UUID plan, Ended from, List<Integer> to, String why, String by, Instant at) {
        Map<String, Object> given = Map.of(
                "plan",
                plan,
                "from",
                from.agency(),
                "to",
                to.toArray(Integer[]::new),
                "why",
                why,
                "by",
                by,
                "at",
                Timestamp.from(at),
                "ended",
                from.on());
        db.sql("""
                        insert into duty.transfer (plan, from_agency, to_agency, why, confirmed_by, at)
                        select :plan, :from, heir, :why, :by, :at from unnest(cast(:to as integer[])) heir on conflict do nothing""").params(given).update();
        int opened = db.sql("""
                        insert into duty.duty (plan, assignment, agency, year, due, status, origin)
                        select d.plan, d.assignment, heir, d.year, d.due, d.status, d.id
                        from duty.duty d cross join unnest(cast(:to as integer[])) heir
                        where d.plan = :plan and d.agency = :from and d.passed_at is null and d.status <> 'DONE' and d.due >= :ended
                        on conflict do nothing""").params(given).update();
        db.sql("""
                        update duty.duty set passed_at = :at, version = version + 1
                        where plan = :plan and agency = :from and passed_at is null and status <> 'DONE' and due >= :ended""").params(given).update();
        return opened;
    }

    List<Done> done(UUID plan) {
        return db.sql("select * from duty.transfer where plan = :plan order by at desc, from_agency, to_agency")
                .param("plan", plan)
                .query((row, n) -> new Done(
                        row.getInt("from_agency"),
                        row.getInt("to_agency"),
                        row.getString("why"),
                        row.getString("confirmed_by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}

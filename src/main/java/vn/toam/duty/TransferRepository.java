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
                        select a.id, a.valid_to, count(*) from duty.duty d join agency.agency_v a on a.id = d.agency
                        where d.plan = :plan and d.passed_at is null and d.status <> 'DONE' and d.stage <> 'CANCELLED' and a.valid_to <= :today
                            and d.due >= a.valid_to
                        group by a.id, a.valid_to order by a.id""")
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
                        insert into duty.duty (plan, assignment, agency, year, part, due, due_first, due_effective, first_effective, missed_due,
                            opens_on, status, stage, stage_before, paused_on, origin)
                        select d.plan, d.assignment, heir, d.year, d.part, d.due, d.due_first, d.due_effective, d.first_effective, d.missed_due,
                            d.opens_on, d.status, case d.stage when 'REFUSED' then 'NEW' else d.stage end, d.stage_before, d.paused_on, d.id
                        from duty.duty d cross join unnest(cast(:to as integer[])) heir
                        where d.plan = :plan and d.agency = :from and d.passed_at is null and d.status <> 'DONE' and d.stage <> 'CANCELLED' and d.due >= :ended
                        on conflict do nothing""").params(given).update();
        db.sql("""
                        update duty.duty set passed_at = :at, version = version + 1, stage_before = stage, stage = 'PASSED'
                        where plan = :plan and agency = :from and passed_at is null and status <> 'DONE' and stage <> 'CANCELLED' and due >= :ended""").params(given).update();
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

    /** Open duties of one plan that an agency which ends, or ended, has after that day. */
    record Owing(UUID plan, int agency, int duties) {}

    private static final String OWING = """
            select d.plan, a.id as agency, count(*) as duties from duty.duty d join agency.agency_v a on a.id = d.agency
            where a.unit = any(:units) and d.passed_at is null and d.status <> 'DONE' and d.stage <> 'CANCELLED' and d.due >= :on and %s
            group by d.plan, a.id order by d.plan, a.id""";

    /** What the agencies of units that would end on a day owe after it. */
    List<Owing> owing(List<Integer> units, LocalDate on) {
        return owing("a.valid_from < :on and a.valid_to > :on", units, on);
    }

    /** What the agencies of units that ended on a day still owe. */
    List<Owing> ended(List<Integer> units, LocalDate on) {
        return owing("a.valid_to = :on", units, on);
    }

    private List<Owing> owing(String valid, List<Integer> units, LocalDate on) {
        return db.sql(OWING.formatted(valid))
                .param("units", units.toArray(Integer[]::new))
                .param("on", on)
                .query(Owing.class)
                .list();
    }

    /** Notes that a transfer came with a reorganisation. */
    void mark(UUID plan, int from, UUID reorganisation) {
        db.sql("update duty.transfer set reorganisation = ? where plan = ? and from_agency = ?")
                .params(reorganisation, plan, from)
                .update();
    }

    /** Duties that passed with a reorganisation and were worked on since, and transfers to the new units confirmed by hand since. */
    int worked(UUID reorganisation, List<Integer> made) {
        return db.sql("""
                        select (select count(*) from duty.duty d join duty.duty o on o.id = d.origin
                                join duty.transfer t on t.plan = d.plan and t.from_agency = o.agency and t.to_agency = d.agency
                                where t.reorganisation = :id and (d.version > 0 or d.passed_at is not null
                                    or exists (select 1 from duty.progress p where p.duty = d.id)
                                    or exists (select 1 from duty.urge u where u.duty = d.id)))
                             + (select count(*) from duty.transfer t join agency.agency_v a on a.id = t.to_agency
                                where a.unit = any(:made) and t.reorganisation is distinct from :id)""")
                .param("id", reorganisation)
                .param("made", made.toArray(Integer[]::new))
                .query(Integer.class)
                .single();
    }

    /** What one agency passed on in one plan with a reorganisation. */
    record Passed(UUID plan, int from) {}

    /** What agencies of these units passed on with a reorganisation. */
    List<Passed> passed(UUID reorganisation, List<Integer> units) {
        return db.sql("""
                        select distinct t.plan, t.from_agency as "from" from duty.transfer t join agency.agency_v a on a.id = t.from_agency
                        where t.reorganisation = :id and a.unit = any(:units) order by 1, 2""")
                .param("id", reorganisation)
                .param("units", units.toArray(Integer[]::new))
                .query(Passed.class)
                .list();
    }

    /** Takes back what an agency passed on with a reorganisation. Tells how many duties are its own again. */
    int takeBack(UUID reorganisation, Passed passed) {
        Map<String, Object> given = Map.of("id", reorganisation, "plan", passed.plan(), "from", passed.from());
        int back = db.sql("""
                        update duty.duty o set passed_at = null, version = o.version - 1, stage = o.stage_before, stage_before = null from duty.transfer t
                        where t.reorganisation = :id and t.plan = :plan and t.from_agency = :from
                            and o.plan = t.plan and o.agency = t.from_agency and o.passed_at = t.at""").params(given).update();
        db.sql("""
                        delete from duty.duty d using duty.duty o, duty.transfer t
                        where t.reorganisation = :id and t.plan = :plan and t.from_agency = :from
                            and o.id = d.origin and d.plan = t.plan and o.agency = t.from_agency and d.agency = t.to_agency""").params(given).update();
        db.sql("delete from duty.transfer where reorganisation = :id and plan = :plan and from_agency = :from")
                .params(given)
                .update();
        return back;
    }
}

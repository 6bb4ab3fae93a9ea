package vn.toam.plan;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what people decided about who receives what a plan gives. */
@Repository
class ReceiverRepository {

    private final JdbcClient db;

    ReceiverRepository(JdbcClient db) {
        this.db = db;
    }

    /** The agencies chosen by hand, by the name in the paper. */
    Map<String, List<Integer>> of(UUID plan) {
        Map<String, List<Integer>> chosen = new LinkedHashMap<>();
        db.sql(
                        "select label, agency from plan.receiver where plan = :plan order by label collate public.vietnamese, agency")
                .param("plan", plan)
                .query(row -> {
                    chosen.computeIfAbsent(row.getString(1), label -> new ArrayList<>())
                            .add(row.getInt(2));
                });
        return chosen;
    }

    /** Replaces what was chosen for a name; nothing chosen leaves it to the paper's own words. */
    void choose(UUID plan, String label, List<Integer> agencies, String by, Instant at) {
        db.sql("delete from plan.receiver where plan = :plan and label = :label")
                .param("plan", plan)
                .param("label", label)
                .update();
        db.sql("""
                        insert into plan.receiver (plan, label, agency, chosen_by, chosen_at)
                        select :plan, :label, a, :by, :at from unnest(cast(:agencies as integer[])) a on conflict do nothing""")
                .param("plan", plan)
                .param("label", label)
                .param("agencies", agencies.toArray(Integer[]::new))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Copies what was chosen for one plan to another. */
    void copy(UUID from, UUID to) {
        db.sql("""
                        insert into plan.receiver (plan, label, agency, chosen_by, chosen_at)
                        select :to, label, agency, chosen_by, chosen_at from plan.receiver where plan = :from on conflict do nothing""").param("from", from).param("to", to).update();
    }

    /** Gives one plan the choices of another instead of its own. */
    void replace(UUID from, UUID to) {
        db.sql("delete from plan.receiver where plan = :to").param("to", to).update();
        copy(from, to);
    }

    /** The unit of today that the plan of an ended one is issued for, if a person said so. */
    Optional<Integer> issuedFor(UUID plan) {
        return db.sql("select issued_for from plan.plan where id = :plan and issued_for is not null")
                .param("plan", plan)
                .query(Integer.class)
                .optional();
    }

    void issueFor(UUID plan, int unit) {
        db.sql("update plan.plan set issued_for = :unit where id = :plan")
                .param("unit", unit)
                .param("plan", plan)
                .update();
    }

    /** Gives the plan to the unit that it is issued for. */
    void move(UUID plan) {
        db.sql("update plan.plan set unit = issued_for where id = :plan and issued_for is not null")
                .param("plan", plan)
                .update();
    }
}

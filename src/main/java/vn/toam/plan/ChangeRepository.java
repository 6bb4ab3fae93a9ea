package vn.toam.plan;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.document.Document;
import vn.toam.plancontent.Change;

/** SQL of amendments and of the history of plans. */
@Repository
class ChangeRepository {

    private final JdbcClient db;

    ChangeRepository(JdbcClient db) {
        this.db = db;
    }

    void note(
            UUID plan,
            Change.Kind kind,
            String reason,
            @Nullable UUID document,
            List<Change.Line> lines,
            String by,
            Instant at) {
        db.sql("""
                        insert into plan.change (plan, kind, at, name, reason, document, lines)
                        values (:plan, :kind, :at, :name, :reason, :document, cast(:lines as jsonb))""")
                .param("plan", plan)
                .param("kind", kind.name())
                .param("at", Timestamp.from(at))
                .param("name", by)
                .param("reason", reason.strip())
                .param("document", document, Types.OTHER)
                .param("lines", Json.write(lines))
                .update();
    }

    /** What became of a plan, newest first. */
    List<Change> of(UUID plan) {
        return db.sql("""
                        select c.*, d.type, d.number, d.issuer, d.issued_on, d.title
                        from plan.change c left join document.document_v d on d.id = c.document
                        where c.plan = :plan order by c.at desc, c.id desc""")
                .param("plan", plan)
                .query((row, n) -> new Change(
                        Change.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getString("type") == null
                                ? null
                                : Document.cited(
                                        row.getString("type"),
                                        row.getString("number"),
                                        row.getString("issuer"),
                                        row.getObject("issued_on", LocalDate.class),
                                        row.getString("title")),
                        Json.lines(row.getString("lines"))))
                .list();
    }

    /** The plan that a draft amends. */
    Optional<UUID> amends(UUID draft) {
        return db.sql("select amends from plan.plan where id = :id and amends is not null")
                .param("id", draft)
                .query(UUID.class)
                .optional();
    }

    /** The open amendment of a plan. */
    Optional<UUID> amendment(UUID plan) {
        return db.sql("select id from plan.plan where amends = :plan")
                .param("plan", plan)
                .query(UUID.class)
                .optional();
    }

    void amend(UUID draft, UUID plan) {
        db.sql("update plan.plan set amends = :plan where id = :draft")
                .param("plan", plan)
                .param("draft", draft)
                .update();
    }

    /** Copies what is in force of a plan into the draft of its amendment. */
    void copy(UUID plan, UUID draft, Instant at) {
        db.sql("""
                        insert into plan.element (plan, kind, ref, position, state, data, span_start, span_end, confidence, changed_at, origin)
                        select :draft, kind, ref, position, state, data, span_start, span_end, 1, :at, id
                        from plan.element where plan = :plan and state = 'ACCEPTED'""")
                .param("draft", draft)
                .param("plan", plan)
                .param("at", Timestamp.from(at))
                .update();
        db.sql("""
                        update plan.element copy set parent = above.id
                        from plan.element original, plan.element above
                        where copy.plan = :draft and original.id = copy.origin and above.plan = :draft and above.origin = original.parent""").param("draft", draft).update();
    }

    /** An element of an amendment with what it was copied from; null for a new one. */
    record Copied(UUID id, @Nullable UUID origin) {}

    List<Copied> origins(UUID draft) {
        return db.sql("select id, origin from plan.element where plan = :draft")
                .param("draft", draft)
                .query((row, n) -> new Copied(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** Moves new elements of an amendment into its plan, under what their headings were copied from, and takes over the order. */
    void take(UUID draft, UUID plan, List<UUID> added) {
        db.sql("""
                        update plan.element new set plan = :plan,
                            parent = coalesce((select origin from plan.element above where above.id = new.parent), new.parent)
                        where new.id = any(:added)""")
                .param("plan", plan)
                .param("added", added.toArray(UUID[]::new))
                .update();
        db.sql("""
                        update plan.element kept set position = copy.position
                        from plan.element copy where copy.plan = :draft and copy.origin = kept.id""").param("draft", draft).update();
    }

    /** Removes an amendment that was taken over or given up. Its paper stays. */
    void remove(UUID draft) {
        db.sql("delete from plan.receiver where plan = :draft")
                .param("draft", draft)
                .update();
        db.sql("update plan.element set parent = null where plan = :draft")
                .param("draft", draft)
                .update();
        db.sql("delete from plan.element where plan = :draft")
                .param("draft", draft)
                .update();
        db.sql("delete from plan.change where plan = :draft")
                .param("draft", draft)
                .update();
        db.sql("delete from plan.plan where id = :draft and status in ('DRAFT', 'SUBMITTED')")
                .param("draft", draft)
                .update();
    }

    void unbindTargets(List<UUID> targets) {
        db.sql("delete from plan.target where id = any(:targets)")
                .param("targets", targets.toArray(UUID[]::new))
                .update();
    }
}

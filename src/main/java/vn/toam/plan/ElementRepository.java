package vn.toam.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.toam.language.Evidence;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementKind;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Finding;

/** SQL of elements. */
@Repository
class ElementRepository {

    private final JdbcClient db;

    ElementRepository(JdbcClient db) {
        this.db = db;
    }

    /** All elements of a plan in the order of the paper. */
    List<Element> of(UUID plan) {
        return db.sql("select * from plan.element where plan = :plan order by position, id")
                .param("plan", plan)
                .query(ElementRepository::element)
                .list();
    }

    Optional<Element> find(UUID id) {
        return db.sql("select * from plan.element where id = :id")
                .param("id", id)
                .query(ElementRepository::element)
                .optional();
    }

    /** Keeps findings after position {@code after}, in their order, in one statement. */
    List<UUID> add(UUID plan, List<Finding> findings, ElementState state, int after, @Nullable String by, Instant at) {
        if (findings.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = db.sql("select uuidv7() from generate_series(1, :n)")
                .param("n", findings.size())
                .query(UUID.class)
                .list();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            rows.add(row(findings.get(i), ids, i, after));
        }
        db.sql("""
                        insert into plan.element (id, plan, kind, ref, parent, position, state, data, span_start, span_end,
                            confidence, why, changed_by, changed_at)
                        select r.id, :plan, r.kind, r.ref, r.parent, r.position, :state, r.data, r.span_start, r.span_end,
                            r.confidence, r.why, :by, :at
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, kind text, ref text, parent uuid,
                            position integer, data jsonb, span_start integer, span_end integer, confidence double precision, why jsonb)""")
                .param("plan", plan)
                .param("state", state.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("rows", Json.write(rows))
                .update();
        return ids;
    }

    private static Map<String, Object> row(Finding finding, List<UUID> ids, int i, int after) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", ids.get(i));
        row.put("kind", finding.kind().name());
        row.put("ref", finding.ref());
        if (finding.parent() >= 0) {
            row.put("parent", ids.get(finding.parent()));
        }
        row.put("position", after + i + 1);
        row.put("data", finding.item());
        Evidence evidence = finding.evidence();
        row.put("confidence", evidence == null ? 1 : evidence.confidence());
        if (evidence != null) {
            row.put("span_start", evidence.start());
            row.put("span_end", evidence.end());
            if (evidence.why() != null) {
                row.put("why", evidence.why());
            }
        }
        return row;
    }

    /** Makes room for {@code n} elements after a position. */
    void shift(UUID plan, int after, int n) {
        db.sql("update plan.element set position = position + :n where plan = :plan and position > :after")
                .param("n", n)
                .param("plan", plan)
                .param("after", after)
                .update();
    }

    /** Saves state, fields and passage if nobody changed it since {@code element.version}; tells whether it did. */
    boolean save(Element element, @Nullable String by, Instant at) {
        return db.sql("""
                        update plan.element set state = :state, data = cast(:data as jsonb), ref = :ref, parent = :parent,
                            span_start = :start, span_end = :end, version = version + 1, changed_by = :by, changed_at = :at
                        where id = :id and version = :version""")
                        .param("state", element.state().name())
                        .param("data", Json.write(element.item()))
                        .param("ref", element.ref())
                        .param("parent", element.parent())
                        .param("start", element.start())
                        .param("end", element.end())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", element.id())
                        .param("version", element.version())
                        .update()
                == 1;
    }

    /** Accepts everything open that the reader was sure of; tells how many. */
    int acceptCertain(UUID plan, double certain, String by, Instant at) {
        return db.sql("""
                        update plan.element set state = 'ACCEPTED', version = version + 1, changed_by = :by, changed_at = :at
                        where plan = :plan and state = 'SUGGESTED' and confidence >= :certain""")
                .param("plan", plan)
                .param("certain", certain)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Puts elements under another one. */
    void under(List<UUID> ids, UUID parent) {
        db.sql("update plan.element set parent = :parent where id = any(:ids)")
                .param("parent", parent)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Puts the children of one element under another. */
    void adopt(UUID from, UUID to) {
        db.sql("update plan.element set parent = :to where parent = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static Element element(ResultSet row, int n) throws SQLException {
        ElementKind kind = ElementKind.valueOf(row.getString("kind"));
        return new Element(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                kind,
                row.getString("ref"),
                row.getObject("parent", UUID.class),
                row.getInt("position"),
                ElementState.valueOf(row.getString("state")),
                Json.item(kind, row.getString("data")),
                row.getObject("span_start", Integer.class),
                row.getObject("span_end", Integer.class),
                row.getDouble("confidence"),
                Json.note(row.getString("why")),
                row.getInt("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}

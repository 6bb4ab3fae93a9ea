package vn.toam.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passages that officers wrote, and files that were made. */
@Repository
class OutputRepository {

    private static final RowMapper<Narrative> NARRATIVE = (row, n) -> new Narrative(
            row.getString("section"),
            row.getString("text"),
            row.getInt("version"),
            row.getString("changed_by"),
            row.getTimestamp("changed_at").toInstant());

    private static final RowMapper<MadeFile> FILE = (row, n) -> new MadeFile(
            row.getObject("id", UUID.class),
            row.getObject("plan", UUID.class),
            row.getInt("year"),
            FileKind.valueOf(row.getString("kind")),
            row.getString("name"),
            row.getString("sha256"),
            row.getInt("size"),
            row.getString("made_by"),
            row.getTimestamp("made_at").toInstant());

    private static final String FILES = """
            select id, plan, year, kind, name, sha256, size, made_by, made_at
            from output.file
            """;

    private final JdbcClient jdbc;

    OutputRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All passages of a report, by section. */
    Map<String, Narrative> narratives(UUID plan, int year) {
        Map<String, Narrative> bySection = new LinkedHashMap<>();
        jdbc.sql("""
                select section, text, version, changed_by, changed_at from output.narrative
                where plan = ? and year = ? order by section
                """).params(plan, year).query(NARRATIVE).list().forEach(each -> bySection.put(each.section(), each));
        return bySection;
    }

    /** Keeps a passage; empty when somebody else changed it since version {@code seen} (0: nobody had written it). */
    Optional<Narrative> save(UUID plan, int year, String section, int seen, String text, String by, Instant at) {
        return jdbc.sql("""
                insert into output.narrative as n (plan, year, section, text, version, changed_by, changed_at)
                select :plan, :year, :section, :text, 1, :by, :at
                where :seen = 0 or exists (
                    select from output.narrative where plan = :plan and year = :year and section = :section)
                on conflict (plan, year, section) do update
                set text = excluded.text, version = n.version + 1, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at
                where n.version = :seen
                returning section, text, version, changed_by, changed_at
                """)
                .param("plan", plan)
                .param("year", year)
                .param("section", section)
                .param("seen", seen)
                .param("text", text)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(NARRATIVE)
                .optional();
    }

    /** Keeps a file, unless the same contents are kept already; tells which one holds them. */
    UUID keep(MadeFile file) {
        jdbc.sql("""
                insert into output.file (id, plan, year, kind, name, sha256, size, made_by, made_at)
                values (:id, :plan, :year, :kind, :name, :sha256, :size, :by, :at)
                on conflict (plan, year, kind, sha256) do nothing
                """)
                .param("id", file.id())
                .param("plan", file.plan())
                .param("year", file.year())
                .param("kind", file.kind().name())
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("size", file.size())
                .param("by", file.madeBy())
                .param("at", file.madeAt().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select id from output.file where plan = ? and year = ? and kind = ? and sha256 = ?")
                .params(file.plan(), file.year(), file.kind().name(), file.sha256())
                .query(UUID.class)
                .single();
    }

    /** Files of a report, newest first, at most 20. */
    List<MadeFile> files(UUID plan, int year) {
        return jdbc.sql(FILES + " where plan = ? and year = ? order by made_at desc limit 20")
                .params(plan, year)
                .query(FILE)
                .list();
    }

    Optional<MadeFile> file(UUID id) {
        return jdbc.sql(FILES + " where id = ?").param(id).query(FILE).optional();
    }
}

package vn.toam.unit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Copies the files of {@code resources/unit} into temporary tables and from there, by {@code sql/unit/load.sql}, into the schema. */
@Repository
class ReferenceRepository {

    /** File to the columns of its temporary table, in the order of the file. */
    static final Map<String, String> FILES = Map.of(
            "unit_type.csv",
            "type text, vi text, en text, en_first boolean, urban boolean",
            "act.csv",
            "number text, adopted date",
            "unit_spell.csv.gz",
            "unit integer, level text, province smallint, parent integer, code text, alt_code text, type text, name text,"
                    + " valid_from date, valid_to date, act text",
            "succession.csv.gz",
            "from_unit integer, to_unit integer, share text, on_date date, act text, clause text",
            "clause.csv.gz",
            "unit integer, act text, clause text, text text",
            "agency_kind.csv",
            "level text, no smallint, kind text, body text, sector text, name text, short_name text, name_en text,"
                    + " valid_from date, valid_to date, only_units text, aliases text",
            "agency_kind_succession.csv",
            "from_level text, from_no smallint, to_level text, to_no smallint, duty text, duty_en text",
            "agency_identifier.csv",
            "agency integer, code text, valid_from date, valid_to date, verified boolean");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ReferenceRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Waits for another node that is loading, then says whether exactly this content is already there. */
    boolean holds(String content) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('unit.loaded'))")
                .query()
                .listOfRows();
        return jdbc.sql("select exists (select 1 from unit.loaded where content = ?)")
                .param(content)
                .query(Boolean.class)
                .single();
    }

    /** Fills the schema from the files and notes what was loaded; part of the caller's transaction. */
    void load(String content) {
        template.execute((Connection connection) -> {
            try {
                for (Map.Entry<String, String> file : FILES.entrySet()) {
                    copy(connection, file.getKey(), file.getValue());
                }
                run(connection);
            } catch (IOException broken) {
                throw new IllegalStateException("reference data cannot be read", broken);
            }
            return true;
        });
        jdbc.sql("insert into unit.loaded (content, loaded_at) values (?, now())")
                .param(content)
                .update();
    }

    private static void copy(Connection connection, String file, String columns) throws SQLException, IOException {
        String table = "file_" + file.substring(0, file.indexOf('.'));
        try (Statement statement = connection.createStatement();
                InputStream in = open(file)) {
            statement.execute("create temporary table " + table + " (" + columns + ") on commit drop");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv, header)", in);
            statement.execute("analyze " + table);
        }
    }

    private static void run(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(script().split(";\\s*\\n"))) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** The planner should know at once how much there is. */
    @Transactional(propagation = Propagation.NEVER)
    void analyze() {
        jdbc.sql("analyze unit.unit, unit.unit_name, unit.unit_parent, unit.lineage, unit.agency")
                .update();
    }

    static String script() throws IOException {
        return new ClassPathResource("sql/unit/load.sql").getContentAsString(StandardCharsets.UTF_8);
    }

    static InputStream open(String file) throws IOException {
        InputStream in = new ClassPathResource("unit/" + file).getInputStream();
        return file.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}

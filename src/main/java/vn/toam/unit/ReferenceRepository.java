package vn.toam.unit;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Copies {@link ReferenceFiles} into temporary tables and from there, by their script, into the schema. */
@Repository
class ReferenceRepository {

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

    /** Fills the schemas from the files and notes what was loaded; part of the caller's transaction. */
    void load(List<ReferenceFiles> all, String content) {
        template.execute((Connection connection) -> {
            try {
                for (ReferenceFiles files : all) {
                    for (Map.Entry<String, String> file : files.columns().entrySet()) {
                        copy(connection, files, file.getKey(), file.getValue());
                    }
                    run(connection, files.script());
                }
            } catch (IOException broken) {
                throw new IllegalStateException("reference data cannot be read", broken);
            }
            return true;
        });
        jdbc.sql("insert into unit.loaded (content, loaded_at) values (?, now())")
                .param(content)
                .update();
    }

    private static void copy(Connection connection, ReferenceFiles files, String file, String columns)
            throws SQLException, IOException {
        String table = "file_" + file.substring(0, file.indexOf('.'));
        try (Statement statement = connection.createStatement();
                InputStream in = files.open(file)) {
            statement.execute("create temporary table " + table + " (" + columns + ") on commit drop");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv, header)", in);
            statement.execute("analyze " + table);
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(script.split(";\\s*\\n"))) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** The planner should know at once how much there is. */
    @Transactional(propagation = Propagation.NEVER)
    void analyze(List<ReferenceFiles> all) {
        all.forEach(files ->
                jdbc.sql("analyze " + String.join(", ", files.analyzed())).update());
    }
}

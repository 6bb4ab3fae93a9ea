package vn.toam.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.toam.shared.TestDatabase;

/** The database as it was before the first test, again for every fault: a test may then run twice. */
final class CleanDatabase {

    private static final String COPY = "_clean";

    private final String name;
    private final String postgres;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private Future<String> next;
    private int copies;

    CleanDatabase() throws SQLException {
        String url = TestDatabase.ownerUrl();
        name = url.replaceAll(".*/([^/?]*)\\?.*", "$1");
        postgres = url.replace("/" + name + "?", "/postgres?");
        try (Connection connection = DriverManager.getConnection(postgres)) {
            dropOthers(connection);
            for (int tries = 1; ; tries++) {
                try {
                    execute(
                            connection,
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
                    execute(connection, "create database " + name + COPY + " template " + name + " strategy file_copy");
                    break;
                } catch (SQLException stillInUse) {
                    if (tries == 20) {
                        throw stillInUse;
                    }
                }
            }
        }
        next = background.submit(() -> another("nothing"));
    }

    /** What a process that was cut off left behind. */
    private void dropOthers(Connection connection) throws SQLException {
        List<String> others = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select datname from pg_database where datname ~ '^t[0-9a-f]{32}'")) {
            while (rows.next()) {
                others.add(rows.getString(1));
            }
        }
        for (String other : others) {
            if (!other.equals(name)) {
                execute(connection, "drop database " + other + " with (force)");
            }
        }
    }

    /** The next copy is made while tests run, and the used one thrown away. */
    void restore() throws Exception {
        String copy = next.get();
        String old = copy + "_used";
        try (Connection connection = DriverManager.getConnection(postgres)) {
            execute(connection, "alter database " + name + " allow_connections false");
            execute(
                    connection,
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'");
            execute(connection, "alter database " + name + " rename to " + old);
            execute(connection, "alter database " + copy + " rename to " + name);
        }
        next = background.submit(() -> another(old));
    }

    private String another(String old) throws SQLException {
        String copy = name + "_" + ++copies;
        try (Connection connection = DriverManager.getConnection(postgres)) {
            execute(connection, "create database " + copy + " template " + name + COPY + " strategy file_copy");
            execute(connection, "drop database if exists " + old + " with (force)");
        }
        return copy;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

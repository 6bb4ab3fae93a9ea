package vn.toam.shared;

import java.nio.file.Path;
import java.util.UUID;
import vn.toam.database.OwnPostgres;

/** One real PostgreSQL for all tests of a run, each run with a database of its own. Crash safety is off here: only speed differs. */
public final class TestDatabase {

    private static final OwnPostgres SERVER = start();
    private static final String NAME = "t" + UUID.randomUUID().toString().replace("-", "");

    private TestDatabase() {}

    private static OwnPostgres start() {
        OwnPostgres server = OwnPostgres.start(Path.of("target", "test-postgres"), OwnPostgres.Durability.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** JDBC address, with credentials, of this run's database. */
    public static String url() {
        return url(NAME);
    }

    /** JDBC address, with credentials, of another empty database. */
    public static String url(String name) {
        SERVER.createDatabase(name);
        return SERVER.jdbcUrl(name) + "?user=" + SERVER.user() + "&password=" + SERVER.password();
    }
}

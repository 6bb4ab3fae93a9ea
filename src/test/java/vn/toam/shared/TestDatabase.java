package vn.toam.shared;

import java.nio.file.Path;
import java.util.UUID;
import vn.toam.database.OwnPostgres;

/**
 * One real PostgreSQL for all tests of a process, each run with a database of its own. Crash safety is off here: only speed differs. Two
 * processes run tests at once; what one writes stands in a folder of its own.
 */
public final class TestDatabase {

    /** Where the tests of this process may write. */
    public static final Path FOLDER = Path.of("target", "test-" + System.getProperty("test.process", "1"));

    private static final OwnPostgres SERVER = start();
    private static final String NAME = "t" + UUID.randomUUID().toString().replace("-", "");

    private TestDatabase() {}

    private static OwnPostgres start() {
        OwnPostgres server = OwnPostgres.start(FOLDER.resolve("postgres"), OwnPostgres.Durability.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** JDBC address, with credentials, of this run's database, as the application connects. */
    public static String url() {
        return url(NAME);
    }

    /** JDBC address, with credentials, of another database, empty at first; as the application connects. */
    public static String url(String name) {
        SERVER.createDatabase(name);
        return SERVER.jdbcUrl(name) + "?user=toam_app&password=" + SERVER.applicationPassword();
    }

    /** The same for the owner of this run's database. */
    public static String ownerUrl() {
        return ownerUrl(NAME);
    }

    /** The same for the owner of another database. */
    public static String ownerUrl(String name) {
        SERVER.createDatabase(name);
        return SERVER.jdbcUrl(name) + "?user=" + SERVER.user() + "&password=" + SERVER.password();
    }
}

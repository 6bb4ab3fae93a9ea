package vn.toam.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;

/** Hears from the database, on a connection of its own, that units have changed, whoever changed them. */
@Repository
class SignalRepository {

    private static final int PATIENCE = 5;

    /** Milliseconds of one wait. */
    private static final int PIECE = 500;

    private final DataSource database;
    private volatile boolean stopped;

    SignalRepository(DataSource database) {
        this.database = database;
    }

    /**
     * Looks when it begins to listen – a change may have been missed before –, after each signal, and each {@code pause} in which none came: behind
     * some poolers none ever does. Returns when it was told to stop.
     *
     * @throws SQLException when the connection is gone
     */
    void listen(Duration pause, Runnable look) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            PGConnection signals = connection.unwrap(PGConnection.class);
            statement.execute("listen unit_changed");
            try {
                while (!stopped) {
                    if (!connection.isValid(PATIENCE)) {
                        throw new SQLException("nobody at the other end");
                    }
                    look.run();
                    awaitSignal(signals, pause);
                }
            } finally {
                // through the pool: it notices here that a connection is broken, and gives no listening one to others
                statement.execute("unlisten *");
            }
        }
    }

    /** Sends nothing while it waits; in short pieces, so that it hears soon that it shall stop. */
    private void awaitSignal(PGConnection signals, Duration pause) throws SQLException {
        long end = System.nanoTime() + pause.toNanos();
        boolean heard = false;
        while (!heard && !stopped && System.nanoTime() < end) {
            heard = signals.getNotifications(PIECE).length > 0;
        }
    }

    /** Ends the waiting soon. */
    void stop() {
        stopped = true;
    }
}

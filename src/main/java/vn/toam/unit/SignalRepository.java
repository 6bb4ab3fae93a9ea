package vn.toam.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;

/** Hears from the database, on a connection of its own, that units have changed, whoever changed them. */
@Repository
class SignalRepository {

    private static final int PATIENCE = 5;

    private final DataSource database;
    private volatile @Nullable Connection listening;
    private volatile boolean stopped;

    SignalRepository(DataSource database) {
        this.database = database;
    }

    /**
     * Looks when it begins to listen – a change may have been missed before –, after each signal, and each {@code pause} in which none came: behind
     * some poolers none ever does.
     *
     * @throws SQLException when the connection is gone; it never returns otherwise
     */
    void listen(Duration pause, Runnable look) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            PGConnection signals = connection.unwrap(PGConnection.class);
            listening = connection.unwrap(Connection.class);
            try {
                statement.execute("listen unit_changed");
                while (connection.isValid(PATIENCE)) {
                    look.run();
                    signals.getNotifications((int) pause.toMillis());
                }
                throw new SQLException("nobody at the other end");
            } finally {
                listening = null;
                if (!stopped) {
                    // through the pool: it notices here that a connection is broken, and gives no listening one to
                    // others
                    statement.execute("unlisten *");
                }
            }
        }
    }

    /** Ends the waiting. */
    void stop() {
        stopped = true;
        Connection open = listening;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException gone) {
                // it has ended already
            }
        }
    }
}

package vn.toam.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import vn.toam.web.Visitors;

/** Connections that give up on a database that does not answer: within seconds where somebody waits for a page, later where a job runs. */
final class VisitorsPool extends HikariDataSource {

    /** The longest silence inside one statement of a page. */
    private static final int SILENCE = 8_000;

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (Visitors.waiting()) {
            connection.setNetworkTimeout(Runnable::run, SILENCE);
        }
        return connection;
    }
}

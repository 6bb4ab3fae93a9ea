package vn.toam.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Repository;

/**
 * Several servers on one database do each job once: the row of a job is locked while it runs, by a connection of its own, and freed by the
 * database when its server dies. Clocks may differ by as much as {@link #APART}.
 */
@Repository
class JobRepository {

    /** No job begins again so soon: the other server's clock strikes a little later. */
    static final Duration APART = Duration.ofSeconds(30);

    private static final String KNOWN = "insert into jobs.job (name, began_at) values (?, ?) on conflict do nothing";

    private static final String TAKE = """
            select 1 from jobs.job where name = ? and began_at <= ? for update skip locked
            """;

    private static final String BEGAN = "update jobs.job set began_at = ? where name = ?";

    private final DataSource database;

    JobRepository(DataSource database) {
        this.database = database;
    }

    /** Does the work unless a server does it right now or just began it. @return true: it was done here */
    boolean once(String job, Instant now, Runnable work) {
        try (Connection connection = database.getConnection()) {
            change(connection, KNOWN, job, Timestamp.from(Instant.EPOCH));
            connection.setAutoCommit(false);
            try {
                if (!taken(connection, job, now)) {
                    return false;
                }
                work.run();
                change(connection, BEGAN, Timestamp.from(now), job);
                return true;
            } finally {
                connection.commit();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("job " + job, e);
        }
    }

    private static boolean taken(Connection connection, String job, Instant now) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, job);
            take.setTimestamp(2, Timestamp.from(now.minus(APART)));
            return take.executeQuery().next();
        }
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}

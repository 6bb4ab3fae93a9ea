package vn.toam.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What somebody else sees and may lock while a test's own transaction is open. */
public final class OtherConnection {

    private OtherConnection() {}

    /** The first column of the first row, asked in a transaction of its own that ends at once; false when there is no row. */
    public static boolean ask(DataSource database, String sql) {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            try (ResultSet answer = statement.executeQuery(sql)) {
                return answer.next() && answer.getBoolean(1);
            } finally {
                other.rollback();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

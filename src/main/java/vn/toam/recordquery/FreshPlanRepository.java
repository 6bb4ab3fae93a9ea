package vn.toam.recordquery;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends statements whose best plan depends on what is asked: rare words go through their index, frequent ones along the days. A statement that the
 * driver has sent five times gets one plan for all provinces and words; these are planned anew each time.
 */
final class FreshPlanRepository extends JdbcTemplate {

    private FreshPlanRepository(DataSource source) {
        super(source);
    }

    static JdbcClient of(DataSource source) {
        return JdbcClient.create(new FreshPlanRepository(source));
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}

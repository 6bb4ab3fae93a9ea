package vn.toam.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who write the same at the same moment: the second begins while the first has not ended. */
public final class TwoWriters {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TwoWriters() {}

    /**
     * Runs {@code first} in a transaction that ends when {@code second} waits for it, or is done without waiting.
     *
     * @return what the second came to
     * @throws Exception what the second threw
     */
    public static <T> T second(DataSource database, TransactionTemplate transaction, Runnable first, Callable<T> second)
            throws Exception {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<T> begun = Objects.requireNonNull(transaction.execute(status -> {
                first.run();
                String waits = "select exists (select 1 from pg_stat_activity where " + process(database)
                        + " = any(pg_blocking_pids(pid)))";
                Future<T> other = beside.submit(second);
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (!other.isDone() && System.nanoTime() < end && !OtherConnection.ask(database, waits)) {
                    Thread.onSpinWait();
                }
                return other;
            }));
            return begun.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** The database's process that serves the running transaction. */
    private static int process(DataSource database) {
        Connection own = DataSourceUtils.getConnection(database);
        try (Statement statement = own.createStatement();
                ResultSet answer = statement.executeQuery("select pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        } finally {
            DataSourceUtils.releaseConnection(own, database);
        }
    }
}

package vn.toam.shared;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * What the application under test really sends to the database, with its parameters, and how the database would go about it. Recorded of one
 * thread while a piece of work runs: {@code SentStatements.of(() -> mvc.perform(…))}.
 */
public final class SentStatements implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<Sent>> RECORDED = new ThreadLocal<>();
    private static final Set<String> SENDS = Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");

    /** A statement with what was set, as calls that can be made again. */
    public record Sent(String sql, TreeMap<Integer, Object[]> calls, TreeMap<Integer, Method> setters) {

        /**
         * What the database does, were every table as large as it will be: it reads through none of them if it can help it. Runs the statement and
         * takes it back; partitions that were not touched are left out.
         */
        public String plan(HikariDataSource pool) throws Exception {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try (var setting = connection.createStatement()) {
                    setting.execute("set local enable_seqscan = off");
                }
                try (PreparedStatement explain =
                        connection.prepareStatement("explain (analyze, timing off, summary off) " + sql)) {
                    for (int index : calls.keySet()) {
                        setters.get(index).invoke(explain, calls.get(index));
                    }
                    StringBuilder plan = new StringBuilder();
                    try (ResultSet rows = explain.executeQuery()) {
                        while (rows.next()) {
                            if (!rows.getString(1).contains("never executed")) {
                                plan.append(rows.getString(1)).append('\n');
                            }
                        }
                    }
                    return plan.toString();
                } finally {
                    connection.rollback();
                }
            }
        }
    }

    /** Work that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** What {@code work} sends, each statement once. */
    public static List<Sent> of(Work work) throws Exception {
        List<Sent> sent = new ArrayList<>();
        RECORDED.set(sent);
        try {
            work.run();
        } finally {
            RECORDED.remove();
        }
        List<Sent> once = new ArrayList<>();
        sent.stream()
                .filter(one -> once.stream().noneMatch(known -> known.sql().equals(one.sql())))
                .forEach(once::add);
        return once;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new Pool(pool) : bean;
    }

    /** The pool of the application, with an ear for what goes through it. */
    private static final class Pool extends HikariDataSource {

        private final HikariDataSource pool;

        Pool(HikariDataSource pool) {
            this.pool = pool;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = pool.getConnection();
            List<Sent> recorded = RECORDED.get();
            return recorded == null ? connection : listening(connection, recorded);
        }

        @Override
        public HikariPoolMXBean getHikariPoolMXBean() {
            return pool.getHikariPoolMXBean();
        }
    }

    private static Connection listening(Connection to, List<Sent> recorded) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = call(to, method, arguments);
                    return method.getName().equals("prepareStatement")
                            ? listening((PreparedStatement) result, (String) arguments[0], recorded)
                            : result;
                });
    }

    private static PreparedStatement listening(PreparedStatement to, String sql, List<Sent> recorded) {
        TreeMap<Integer, Object[]> calls = new TreeMap<>();
        TreeMap<Integer, Method> setters = new TreeMap<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                        calls.put((Integer) arguments[0], arguments);
                        setters.put((Integer) arguments[0], method);
                    } else if (SENDS.contains(method.getName())) {
                        recorded.add(new Sent(sql, new TreeMap<>(calls), new TreeMap<>(setters)));
                    }
                    return call(to, method, arguments);
                });
    }

    private static @Nullable Object call(Object to, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(to, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

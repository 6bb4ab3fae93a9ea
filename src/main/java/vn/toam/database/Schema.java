package vn.toam.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schema as its owner sees it: brought up to date, and opened to the application's own role as far as the application needs. That role
 * owns nothing: it cannot change a table or a function, nor touch what the trail already holds.
 */
final class Schema {

    /** Who may change tables. @param password null: part of the address */
    record Owner(
            String url, @Nullable String user, @Nullable String password) {

        Connection open() throws SQLException {
            return user == null ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
        }
    }

    private static final String OWN_SCHEMAS = """
            select n.nspname from pg_namespace n
            where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
            """;

    /** Older servers have no {@code uuidv7()}. */
    private static final int OLDEST_SERVER = 18;

    private Schema() {}

    /** The tables that say which migrations stand. */
    static final String HISTORIES =
            "select 'public.' || quote_ident(tablename) from pg_tables where schemaname = 'public' and starts_with(tablename, '"
                    + Migrations.HISTORY + "') order by 1";

    private static final String LOCK = "select pg_advisory_lock(hashtext('toam schema'))";

    /** Applies what is missing, one server after the other. @return how many migrations stand now */
    static int migrate(Owner owner) {
        try (Connection one = owner.open();
                Statement statement = one.createStatement()) {
            requireServer(one);
            statement.execute(LOCK);
            return new Migrations().apply(owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws CannotStart where the server is too old; asked before anything is changed */
    static void requireServer(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < OLDEST_SERVER) {
            throw CannotStart.oldServer(server.getDatabaseProductVersion(), OLDEST_SERVER);
        }
    }

    /** Opens the schema to {@code role}; servers that start at the same time do so one after the other. */
    static void open(Connection owner, String role) throws SQLException {
        String to = quoted(role);
        try (Statement statement = owner.createStatement()) {
            statement.execute(LOCK);
            List<String> schemas = own(statement);
            for (String schema : schemas) {
                String of = quoted(schema);
                statement.execute("grant usage on schema " + of + " to " + to);
                statement.execute(
                        "grant select, insert, update, delete, maintain on all tables in schema " + of + " to " + to);
                statement.execute("grant usage, select, update on all sequences in schema " + of + " to " + to);
            }
            statement.execute("revoke all on all tables in schema audit from " + to);
            statement.execute("grant select, insert on audit.entry to " + to);
            statement.execute("grant execute on function audit.make_months(date, int) to " + to);
            statement.execute("grant select on audit.head to " + to);
            statement.execute("grant select, insert, delete on audit.visit to " + to);
            statement.execute("revoke all on database.installation from " + to);
            statement.execute("grant select on database.installation to " + to);
            for (String history : strings(statement, HISTORIES)) {
                statement.execute("grant select on " + history + " to " + to);
            }
            statement.execute("revoke create on schema public from public");
        }
    }

    /** What the database says it is; empty: nobody has said so yet. */
    static Optional<DataFolder.Kind> kind(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (strings(statement, "select to_regclass('database.installation')")
                            .getFirst()
                    == null) {
                return Optional.empty();
            }
            return strings(statement, "select kind from database.installation").stream()
                    .map(kind -> DataFolder.Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /** Says what the database is, where nobody has; what it is then. */
    static DataFolder.Kind claim(Connection owner, DataFolder.Kind wanted) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement("insert into database.installation (kind) values (?) on conflict do nothing")) {
            statement.setString(1, wanted.written());
            statement.execute();
        }
        return kind(owner).orElseThrow();
    }

    /** Schemas of the application's modules. */
    static List<String> own(Statement statement) throws SQLException {
        return strings(statement, OWN_SCHEMAS);
    }

    /** True when text is compared byte by byte where nothing else is said: the same on every machine, whatever libraries it has. */
    static boolean comparesBytes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return strings(statement, "select 'B' < 'a' collate \"default\" and 'z' < 'đ' collate \"default\"")
                    .getFirst()
                    .equals("t");
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    /** @param name with or without its schema */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"").replace(".", "\".\"") + "\"";
    }
}

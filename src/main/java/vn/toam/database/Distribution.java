package vn.toam.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the database of a Citus coordinator out of a migrated one: large tables by province, side by side; small ones on every node; all else,
 * the kept sums of the nation among it, stays on the coordinator. May run again: it does what is missing, so also after a release with new
 * large tables and after a run that was cut off.
 */
final class Distribution {

    /** Citus cannot hold a foreign key to a table that is being distributed: those between large tables wait here until all are. */
    private static final String WAITING = "database.keys_to_add";

    private static final List<String> SETTINGS = List.of(
            "set client_min_messages = warning",
            "set citus.shard_count = 32",
            "set citus.shard_replication_factor = 1");

    private static final String KEYS_BETWEEN_LARGE = """
            select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
                format('alter table %s drop constraint %I', conrelid::regclass, conname)
            from pg_constraint
            where contype = 'f' and conparentid = 0 and confrelid = any(?::regclass[]) and conrelid = any(?::regclass[])
            """;

    private final Connection owner;
    private String step = "check";

    /** @param owner connected as owner of the tables, nobody else */
    Distribution(Connection owner) {
        this.owner = owner;
    }

    /**
     * Does what is missing.
     *
     * @return what was done, a line each
     * @throws CannotDistribute where this is no database that can be distributed, or not now
     */
    List<String> run() {
        try {
            return all();
        } catch (SQLException failed) {
            throw CannotDistribute.failed(step, failed);
        }
    }

    private List<String> all() throws SQLException {
        owner.setAutoCommit(true);
        check();
        for (String setting : SETTINGS) {
            execute(setting);
        }
        List<String> done = new ArrayList<>();
        spreadSmall(done);
        makeWhole();
        spreadLarge(done);
        addKeys();
        step = "analyze";
        execute("alter database " + one("select quote_ident(current_database())")
                + " set citus.max_adaptive_executor_pool_size = 1");
        execute("analyze " + String.join(", ", LargeTables.large()));
        return done;
    }

    /** In the order in which they can be mended. */
    private void check() throws SQLException {
        for (String table : tables()) {
            if (one("select to_regclass('" + table + "')").isEmpty()) {
                throw CannotDistribute.notMigrated(table);
            }
        }
        if (!one("select pg_has_role(relowner, 'member') from pg_class where oid = 'collection.submission'::regclass")
                .equals("t")) {
            throw CannotDistribute.notOwner();
        }
        String others = one("""
                select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                  and backend_type = 'client backend' and application_name not like 'citus%'
                """);
        if (!others.equals("0")) {
            throw CannotDistribute.inUse(others);
        }
        if (one("select 1 from pg_extension where extname = 'citus'").isEmpty()) {
            throw CannotDistribute.noCitus();
        }
        if (one("select 1 from pg_dist_node where groupid = 0 limit 1").isEmpty()) {
            throw CannotDistribute.noCoordinator();
        }
        if (one("select 1 from citus_get_active_worker_nodes() limit 1").isEmpty()) {
            throw CannotDistribute.noWorkers();
        }
    }

    private static List<String> tables() {
        List<String> all = new ArrayList<>(LargeTables.reference());
        all.addAll(LargeTables.large());
        return all;
    }

    /** A table on every node cannot have triggers; what they count, the application counts as well. */
    private void spreadSmall(List<String> done) throws SQLException {
        Set<String> spread = spread("reference");
        for (String table : LargeTables.reference()) {
            if (!spread.contains(table)) {
                step = table;
                for (String drop :
                        strings("select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger"
                                + " where not tgisinternal and tgrelid = '" + table + "'::regclass")) {
                    execute(drop);
                }
                execute("select create_reference_table('" + table + "')");
                done.add(table + ": reference");
            }
        }
    }

    /** Keys between large tables are put aside and their parts joined: Citus cuts by province itself. All or nothing. */
    private void makeWhole() throws SQLException {
        Set<String> spread = spread("distributed");
        List<String> missing = LargeTables.large().stream()
                .filter(table -> !spread.contains(table))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        owner.setAutoCommit(false);
        try {
            execute("create table if not exists " + WAITING + " (sentence text primary key)");
            for (String[] key : keys(missing)) {
                execute("insert into " + WAITING + " values (" + literal(key[0]) + ") on conflict do nothing");
                execute(key[1]);
            }
            for (String table : missing) {
                step = table;
                execute("select shared.in_one_piece('" + table + "')");
            }
            owner.commit();
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    private List<String[]> keys(List<String> to) throws SQLException {
        List<String[]> keys = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement(KEYS_BETWEEN_LARGE)) {
            statement.setArray(1, owner.createArrayOf("text", to.toArray()));
            statement.setArray(
                    2, owner.createArrayOf("text", LargeTables.large().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
        }
        return keys;
    }

    /** All in one group, so that the rows of a province lie on one server. */
    private void spreadLarge(List<String> done) throws SQLException {
        Set<String> spread = spread("distributed");
        String first = LargeTables.large().getFirst();
        for (String table : LargeTables.large()) {
            if (!spread.contains(table)) {
                step = table;
                execute("select create_distributed_table('" + table + "', 'province', colocate_with => '"
                        + (table.equals(first) ? "none" : first) + "')");
                done.add(table + ": by province");
            }
        }
    }

    private void addKeys() throws SQLException {
        if (one("select to_regclass('" + WAITING + "')").isEmpty()) {
            return;
        }
        for (String sentence : strings("select sentence from " + WAITING + " order by 1")) {
            owner.setAutoCommit(false);
            step = sentence;
            try {
                execute(sentence);
                execute("delete from " + WAITING + " where sentence = " + literal(sentence));
                owner.commit();
            } finally {
                owner.rollback();
                owner.setAutoCommit(true);
            }
        }
        execute("drop table " + WAITING);
    }

    private Set<String> spread(String type) throws SQLException {
        return new TreeSet<>(
                strings("select table_name::text from citus_tables where citus_table_type = '" + type + "'"));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first value, blank where there is none. */
    private String one(String sql) throws SQLException {
        List<String> found = strings(sql);
        return found.isEmpty() ? "" : found.getFirst();
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String value = rows.getString(1);
                strings.add(value == null ? "" : value);
            }
        }
        return strings;
    }
}

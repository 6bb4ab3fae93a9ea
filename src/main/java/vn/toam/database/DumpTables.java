package vn.toam.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.toam.database.Dump.Column;
import vn.toam.database.Dump.Migration;
import vn.toam.database.Dump.Partition;
import vn.toam.database.Dump.Reference;
import vn.toam.database.Dump.Sequence;

/**
 * What a database holds, read from its own catalog. A module says what is not to leave the house by a comment on the column or table:
 * {@code export: secret} (only when asked for) or {@code export: passing} (never: sessions, links for one use).
 */
final class DumpTables {

    static final String SECRET = "export: secret";
    static final String PASSING = "export: passing";

    private static final String OWN = " n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') ";

    private static final String TABLES = """
            select c.oid::int8 as oid, n.nspname || '.' || c.relname as name, obj_description(c.oid, 'pg_class') as said,
                c.relpersistence = 'u' as passing
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and """ + OWN + """
            order by n.nspname collate "C", c.relname collate "C"
            """;

    private static final String COLUMNS = """
            select attname, format_type(atttypid, atttypmod) as type, not attnotnull as nullable, col_description(attrelid, attnum) as said,
                atttypid = 'bytea'::regtype and attname in ('content', 'bytes') as file
            from pg_attribute where attrelid = ?::oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
            """;

    private static final String KEY = """
            select array_agg(a.attname::text order by k.at) from pg_index i, unnest(i.indkey) with ordinality as k(n, at), pg_attribute a
            where i.indrelid = ?::oid and i.indisprimary and a.attrelid = i.indrelid and a.attnum = k.n
            """;

    private static final String REFERENCES = """
            select fn.nspname || '.' || f.relname as foreign_table,
                (select array_agg(a.attname::text order by k.at) from unnest(c.conkey) with ordinality as k(n, at)
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n) as columns,
                (select array_agg(a.attname::text order by k.at) from unnest(c.confkey) with ordinality as k(n, at)
                    join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n) as referred
            from pg_constraint c join pg_class f on f.oid = c.confrelid join pg_namespace fn on fn.oid = f.relnamespace
            where c.conrelid = ?::oid and c.contype = 'f' and not f.relispartition order by c.conname
            """;

    private static final String PARTITIONS = """
            select n.nspname || '.' || c.relname as name, pn.nspname || '.' || p.relname as whole, pg_get_expr(c.relpartbound, c.oid) as bound
            from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
            join pg_namespace n on n.oid = c.relnamespace join pg_namespace pn on pn.oid = p.relnamespace
            where c.relispartition and c.relkind in ('r', 'p') and """ + OWN + """
            order by (select count(*) from pg_partition_ancestors(c.oid)), n.nspname collate "C", c.relname collate "C"
            """;

    private static final String SEQUENCES = """
            select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'S' and """ + OWN + """
            order by n.nspname collate "C", c.relname collate "C"
            """;

    /** A table as it is found. @param said the comment on it, or empty */
    record Found(
            long oid, String name, String said, List<Column> columns, List<String> key, List<Reference> references) {}

    private final Connection connection;

    DumpTables(Connection connection) {
        this.connection = connection;
    }

    /** Every table, each after those that it refers to. @param secrets true: secret columns keep what they hold */
    List<Found> tables(boolean secrets) throws SQLException {
        Map<String, Found> byName = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                long oid = row.getLong("oid");
                String said = row.getBoolean("passing") ? PASSING : empty(row.getString("said"));
                byName.put(
                        row.getString("name"),
                        new Found(oid, row.getString("name"), said, columns(oid, secrets), key(oid), references(oid)));
            }
        }
        Map<String, Found> ordered = new LinkedHashMap<>();
        Map<String, Boolean> seen = new TreeMap<>();
        byName.keySet().forEach(name -> add(name, byName, seen, ordered));
        return List.copyOf(ordered.values());
    }

    private static void add(
            String name, Map<String, Found> all, Map<String, Boolean> seen, Map<String, Found> ordered) {
        Found table = all.get(name);
        if (table != null && seen.putIfAbsent(name, true) == null) {
            table.references().forEach(reference -> add(reference.table(), all, seen, ordered));
            ordered.put(name, table);
        }
    }

    private List<Column> columns(long oid, boolean secrets) throws SQLException {
        return rows(COLUMNS, oid, row -> {
            boolean secret = !secrets && SECRET.equals(row.getString("said"));
            return new Column(
                    row.getString("attname"),
                    row.getString("type"),
                    row.getBoolean("nullable"),
                    row.getBoolean("file") && !secret,
                    secret);
        });
    }

    private List<String> key(long oid) throws SQLException {
        return rows(KEY, oid, row -> strings(row.getArray(1))).getFirst();
    }

    private List<Reference> references(long oid) throws SQLException {
        return rows(
                REFERENCES,
                oid,
                row -> new Reference(
                        strings(row.getArray("columns")),
                        row.getString("foreign_table"),
                        strings(row.getArray("referred"))));
    }

    /** Tables and parts of tables with triggers of a module, as SQL names them; a part may have its own. */
    List<String> withTriggers() throws SQLException {
        return rows(
                "select distinct tgrelid::regclass::text from pg_trigger where not tgisinternal",
                null,
                row -> row.getString(1));
    }

    List<Partition> partitions() throws SQLException {
        return rows(
                PARTITIONS,
                null,
                row -> new Partition(row.getString("name"), row.getString("whole"), row.getString("bound")));
    }

    List<Sequence> sequences() throws SQLException {
        List<Sequence> all = new ArrayList<>();
        for (String name : rows(SEQUENCES, null, row -> row.getString("name"))) {
            all.addAll(rows(
                    "select last_value, is_called from " + Schema.quoted(name),
                    null,
                    row -> new Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return all;
    }

    /** Which migrations stand, by folder. */
    Map<String, List<Migration>> migrations() throws SQLException {
        Map<String, List<Migration>> all = new TreeMap<>();
        for (String table : rows(Schema.HISTORIES, null, row -> row.getString(1))) {
            String folder = table.replaceFirst("^public\\." + Migrations.HISTORY + "_?", "");
            all.put(
                    folder.isEmpty() ? Migrations.BASE : folder,
                    rows(
                            "select version, description, checksum from " + table
                                    + " where type = 'SQL' and success order by string_to_array(version, '.')::int[]",
                            null,
                            row -> new Migration(row.getString(1), row.getString(2), row.getObject(3, Integer.class))));
        }
        return all;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, @org.jspecify.annotations.Nullable Long oid, Reading<T> reading)
            throws SQLException {
        List<T> all = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            if (oid != null) {
                statement.setLong(1, oid);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(reading.of(row));
                }
            }
        }
        return all;
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    private static String empty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}

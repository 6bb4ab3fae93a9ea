package vn.toam.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyOutputStream;
import vn.toam.database.Dump.Column;
import vn.toam.database.Dump.Partition;
import vn.toam.database.Dump.Table;

/**
 * Puts an export into an empty database: the schema as it was there, the rows, then whatever this program is newer by. Rows are counted and every
 * reference between them is checked by the database; one transaction.
 */
final class Import {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*\\.[a-z_][a-z0-9_]*");

    /** Nothing but what PostgreSQL itself writes there: the words of an export are executed. */
    private static final Pattern BOUND = Pattern.compile("DEFAULT|FOR VALUES (IN \\(#(, #)*\\)|FROM \\(#\\) TO \\(#\\))"
            .replace("#", "(\\d+|'[A-Za-z0-9 :+.-]*'|MINVALUE|MAXVALUE)"));

    private final DumpFile file;
    private final Dump dump;
    private final Schema.Owner owner;

    private Import(DumpFile file, Schema.Owner owner) {
        this.file = file;
        this.dump = file.dump();
        this.owner = owner;
    }

    /**
     * @param owner of an empty database; half-filled when this fails, see {@link #empty}
     * @throws IllegalArgumentException in words when the export does not fit this program
     */
    static void into(Schema.Owner owner, DumpFile file) throws IOException, SQLException {
        load(owner, file);
        Schema.migrate(owner);
    }

    /** The rows in the schema of their own time. */
    static void load(Schema.Owner owner, DumpFile file) throws IOException, SQLException {
        Import work = new Import(file, owner);
        work.schema();
        work.rows();
    }

    /** True when nobody has used the database. */
    static boolean unused(Schema.Owner owner) throws SQLException {
        try (Connection connection = owner.open()) {
            Schema.requireServer(connection);
            DumpTables found = new DumpTables(connection);
            return found.tables(false).isEmpty() && found.migrations().isEmpty();
        }
    }

    /** Takes away what a failed import left in a database that was empty before. */
    static void empty(Schema.Owner owner) throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            for (String schema : Schema.own(statement)) {
                statement.execute("drop schema " + Schema.quoted(schema) + " cascade");
            }
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
            statement.execute("grant usage on schema public to public");
        }
    }

    private void schema() throws SQLException {
        Map<String, String> newest = new TreeMap<>();
        dump.migrations().forEach((folder, all) -> {
            if (!all.isEmpty()) {
                newest.put(folder, all.getLast().version());
            }
        });
        try {
            new Migrations().apply(owner, newest);
        } catch (FlywayException unknown) {
            throw newer();
        }
        try (Connection connection = owner.open()) {
            if (!new DumpTables(connection).migrations().equals(dump.migrations())) {
                throw newer();
            }
        }
    }

    private IllegalArgumentException newer() {
        return file.damaged(
                "do một bản Tổ Ấm mới hơn hoặc khác xuất ra; hãy dùng bản đó",
                "was written by a newer or another version of Tổ Ấm; use that one");
    }

    private void rows() throws IOException, SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local timezone = 'UTC'");
            for (Partition partition : dump.partitions()) {
                add(partition, statement);
            }
            DumpTables database = new DumpTables(connection);
            List<String> names =
                    database.tables(false).stream().map(DumpTables.Found::name).toList();
            sameTables(names);
            String all = names.stream().map(Schema::quoted).collect(Collectors.joining(", "));
            List<String> guarded = database.withTriggers();
            triggers(statement, guarded, "disable");
            statement.execute("truncate " + all);
            for (Table table : dump.tables()) {
                load(table, connection.unwrap(PGConnection.class).getCopyAPI());
            }
            for (Dump.Sequence sequence : dump.sequences()) {
                set(sequence, connection);
            }
            triggers(statement, guarded, "enable");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private static void triggers(Statement statement, List<String> tables, String verb) throws SQLException {
        for (String table : tables) {
            statement.execute("alter table only " + table + " " + verb + " trigger user");
        }
    }

    private void sameTables(List<String> names) {
        TreeSet<String> described = new TreeSet<>(dump.leftOut().keySet());
        dump.tables().forEach(table -> described.add(table.name()));
        if (!described.equals(new TreeSet<>(names))) {
            described.removeAll(names);
            throw file.damaged("có bảng không hợp: " + described, "has tables that do not fit: " + described);
        }
    }

    private void add(Partition partition, Statement statement) throws SQLException {
        if (!NAME.matcher(partition.name()).matches()
                || !NAME.matcher(partition.of()).matches()
                || !BOUND.matcher(partition.bound()).matches()) {
            throw file.damaged(
                    "có phần bảng lạ: " + partition.name(), "has a strange part of a table: " + partition.name());
        }
        statement.execute("create table if not exists " + Schema.quoted(partition.name()) + " partition of "
                + Schema.quoted(partition.of()) + " " + partition.bound());
    }

    private void set(Dump.Sequence sequence, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, Schema.quoted(sequence.name()));
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private void load(Table table, CopyManager copies) throws IOException, SQLException {
        String columns = table.columns().stream()
                .map(column -> Schema.quoted(column.name()))
                .collect(Collectors.joining(", "));
        String sql =
                "copy " + Schema.quoted(table.name()) + " (" + columns + ") from stdin with (format csv, header match)";
        long rows;
        try (InputStream in = file.open(table.content().name())) {
            rows = table.files().isEmpty() ? copies.copyIn(sql, in, 1 << 16) : withFiles(table, in, copies, sql);
        } catch (SQLException refused) {
            throw new IllegalArgumentException(
                    file.damaged("có bảng không hợp: " + table.name(), "has a table that does not fit: " + table.name())
                                    .getMessage()
                            + " " + refused.getMessage(),
                    refused);
        }
        if (rows != table.content().rows()) {
            throw file.damaged(
                    "có " + rows + " dòng trong " + table.name() + " thay vì "
                            + table.content().rows(),
                    "has " + rows + " rows in " + table.name() + " instead of "
                            + table.content().rows());
        }
    }

    /** The same rows with the bytes of files where their names stood. */
    private long withFiles(Table table, InputStream in, CopyManager copies, String sql)
            throws IOException, SQLException {
        CopyIn copy = copies.copyIn(sql);
        List<Column> columns = table.columns();
        try (OutputStream out = new PGCopyOutputStream(copy, 1 << 16);
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(text, DumpFile.CSV)) {
            for (CSVRecord row : DumpFile.CSV.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                boolean heading = row.getRecordNumber() == 1;
                List<Object> cells = new ArrayList<>();
                for (int at : IntStream.range(0, columns.size()).toArray()) {
                    String cell = row.get(at);
                    cells.add(heading || cell == null || !columns.get(at).file() ? cell : hex(cell));
                }
                printer.printRecord(cells);
            }
        }
        return copy.getHandledRowCount();
    }

    private String hex(String name) throws IOException {
        try (InputStream in = file.open(name)) {
            return "\\x" + HexFormat.of().formatHex(in.readAllBytes());
        }
    }

    /** The files of the data folder. */
    static void folder(DumpFile file, Path data) throws IOException {
        for (String entry : file.dump().folder()) {
            Path path = data.resolve(entry.replaceFirst("^folder/", "")).normalize();
            if (!path.startsWith(data)) {
                throw file.damaged("có tệp lạ: " + entry, "has a strange file: " + entry);
            }
            Files.createDirectories(path.getParent());
            try (InputStream in = file.open(entry)) {
                Files.copy(in, path);
            }
            if (!entry.startsWith("folder/maps/")) {
                Files.setPosixFilePermissions(path, DataFolder.PRIVATE);
            }
        }
        DataFolder.mark(data, DataFolder.Kind.valueOf(file.dump().kind().toUpperCase(java.util.Locale.ROOT)));
    }
}

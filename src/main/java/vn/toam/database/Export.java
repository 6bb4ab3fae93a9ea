package vn.toam.database;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.postgresql.PGConnection;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.database.Dump.Column;
import vn.toam.database.Dump.Part;
import vn.toam.database.Dump.Table;

/**
 * Everything of an installation in open formats (docs/export.md): a table is a CSV file, a file is a file, {@code description.json} says what they
 * are. One moment of the database, streamed; the same rows give the same bytes.
 */
final class Export {

    /** What a reader of text files needs to be told by nobody. */
    private static final List<String> SETTINGS = List.of(
            "set local timezone = 'UTC'",
            "set local datestyle = 'ISO, YMD'",
            "set local intervalstyle = 'iso_8601'",
            "set local bytea_output = 'hex'",
            "set local extra_float_digits = 1");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Connection connection;
    private final ZipOutputStream zip;
    private final CSVPrinter list;
    private long files;

    private Export(Connection connection, ZipOutputStream zip, CSVPrinter list) {
        this.connection = connection;
        this.zip = zip;
        this.list = list;
    }

    /**
     * Writes {@code file} whole or not at all.
     *
     * @param folder the data folder: maps and seals of the trail lie there
     * @param secrets true: with hashes of passwords and keys, and the key of the trail's seals
     */
    static Dump write(Schema.Owner owner, Path folder, Path file, boolean secrets) throws IOException, SQLException {
        Path target = file.toAbsolutePath();
        Path unfinished = Files.createTempFile(target.getParent(), ".export", ".tmp");
        Path list = Files.createTempFile(target.getParent(), ".export", ".csv");
        try (Connection connection = owner.open()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Dump dump;
            try (ZipOutputStream zip =
                            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)));
                    BufferedWriter text = Files.newBufferedWriter(list);
                    CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
                dump = new Export(connection, zip, printer).all(folder, list, secrets);
            }
            connection.rollback();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return dump;
        } finally {
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(list);
        }
    }

    private Dump all(Path folder, Path fileList, boolean secrets) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
        }
        DumpTables database = new DumpTables(connection);
        Map<String, String> leftOut = new TreeMap<>();
        list.printRecord("name", "bytes", "sha256");
        List<Table> tables = tables(database.tables(secrets), secrets, leftOut);
        List<String> kept = folder(folder, secrets);
        list.flush();
        Part listed = entry(Dump.FILES, out -> {
            Files.copy(fileList, out);
            return files;
        });
        Dump dump = new Dump(
                Dump.FORMAT,
                Dump.VERSION,
                Schema.kind(connection).orElse(DataFolder.Kind.DEMO).written(),
                secrets,
                database.migrations(),
                tables,
                database.partitions(),
                database.sequences(),
                listed,
                kept,
                leftOut);
        byte[] json = JSON.writeValueAsBytes(dump);
        entry(Dump.NAME, out -> {
            out.write(json);
            return 0;
        });
        return dump;
    }

    /** Writes them and their files. @param leftOut what is not written and why */
    private List<Table> tables(List<DumpTables.Found> found, boolean secrets, Map<String, String> leftOut)
            throws IOException, SQLException {
        List<Table> tables = new ArrayList<>();
        for (DumpTables.Found table : found) {
            if (table.said().equals(DumpTables.PASSING) || table.said().equals(DumpTables.SECRET) && !secrets) {
                leftOut.put(table.name(), table.said().replace("export: ", ""));
            } else {
                tables.add(table(table));
            }
        }
        for (Table table : tables) {
            for (Column column : table.files()) {
                contents(table, column);
            }
        }
        return tables;
    }

    private Table table(DumpTables.Found table) throws IOException, SQLException {
        String columns = table.columns().stream()
                .map(column -> cell(table.name(), table.columns(), table.key(), column) + " as "
                        + Schema.quoted(column.name()))
                .collect(Collectors.joining(", "));
        String sql = "copy (select " + columns + " from " + Schema.quoted(table.name()) + " t"
                + order(table.columns(), table.key()) + ") to stdout with (format csv, header true)";
        Part content = entry(
                "tables/" + table.name() + ".csv",
                out -> connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out));
        return new Table(table.name(), content, table.columns(), table.key(), table.references());
    }

    private static String cell(String table, List<Column> columns, List<String> key, Column column) {
        String name = "t." + Schema.quoted(column.name());
        if (column.secret()) {
            return column.nullable() ? "null" : "''";
        }
        return column.file()
                ? "case when " + name + " is not null then " + path(table, columns, key, column) + " end"
                : name;
    }

    /** The name of a file: its table and key, and the name that people gave it. */
    private static String path(String table, List<Column> columns, List<String> key, Column column) {
        String at = key.stream().map(part -> "t." + Schema.quoted(part)).collect(Collectors.joining(", "));
        String given =
                columns.stream().anyMatch(each -> each.name().equals("name")) ? "t.name" : "'" + column.name() + "'";
        return "'files/" + table + "/' || regexp_replace(concat_ws('-', " + at
                + "), '[^A-Za-z0-9-]', '_', 'g') || '/' || " + "regexp_replace(regexp_replace(" + given
                + ", '[/\\\\:*?\"<>|[:cntrl:]]', '_', 'g'), '^\\.+', '_')";
    }

    private static String order(List<Column> columns, List<String> key) {
        List<String> by = key.isEmpty() ? columns.stream().map(Column::name).toList() : key;
        return by.stream()
                .map(name -> {
                    String type = columns.stream()
                            .filter(column -> column.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .type();
                    String sorted = key.isEmpty()
                            ? "::text collate \"C\""
                            : type.startsWith("char") || type.equals("text") ? " collate \"C\"" : "";
                    return "t." + Schema.quoted(name) + sorted;
                })
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    private void contents(Table table, Column column) throws IOException, SQLException {
        String name = "t." + Schema.quoted(column.name());
        String sql = "select " + path(table.name(), table.columns(), table.key(), column) + ", " + name + " from "
                + Schema.quoted(table.name()) + " t where " + name + " is not null"
                + order(table.columns(), table.key());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byte[] bytes = row.getBytes(2);
                    file(row.getString(1), out -> {
                        out.write(bytes);
                        return bytes.length;
                    });
                }
            }
        }
    }

    private void file(String name, Content content) throws IOException, SQLException {
        Part written = entry(name, content);
        list.printRecord(written.name(), written.rows(), written.sha256());
        files++;
    }

    /** Maps of one's own, and the trail's seals with their key: without it the seals prove nothing. */
    private List<String> folder(Path folder, boolean secrets) throws IOException, SQLException {
        List<String> kept = new ArrayList<>();
        List<String> wanted = secrets ? List.of("audit-key", "audit-seals", "maps") : List.of("maps");
        for (String name : wanted) {
            if (Files.exists(folder.resolve(name))) {
                try (Stream<Path> walk = Files.walk(folder.resolve(name))) {
                    for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                        String entry =
                                "folder/" + folder.relativize(path).toString().replace('\\', '/');
                        file(entry, out -> Files.copy(path, out));
                        kept.add(entry);
                    }
                }
            }
        }
        return kept;
    }

    /** Writes itself. Returns how many rows, or bytes. */
    private interface Content {
        long to(OutputStream out) throws IOException, SQLException;
    }

    private Part entry(String name, Content content) throws IOException, SQLException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        MessageDigest digest = sha256();
        long size = content.to(new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        return new Part(name, size, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** An entry ends, the archive goes on. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

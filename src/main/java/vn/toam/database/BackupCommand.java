package vn.toam.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./toam backup FILE} and {@code ./toam restore FILE}: works on a running installation and on a stopped one. */
public final class BackupCommand {

    private BackupCommand() {}

    /** Arguments: {@code backup|restore FILE [--data DIR] [--key FILE] [--unsigned]}. Ends with 2 and a sentence when it cannot be done. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path data = Path.of(option(words, "--data").orElse("data"));
        Path key = option(words, "--key").map(Path::of).orElseGet(() -> BackupKey.beside(data));
        boolean unsigned = words.remove("--unsigned");
        if (words.size() != 2) {
            end("Cách dùng: ./toam backup|restore TỆP [--data THƯ-MỤC] [--key TỆP-KHÓA]");
        }
        try {
            Path file = Path.of(words.get(1));
            if (words.getFirst().equals("backup")) {
                backup(data, file, BackupKey.orNew(key));
            } else {
                Backup.restore(file, data, unsigned ? BackupKey.none(file) : BackupKey.of(file, key));
            }
            System.out.println("✓ " + file.toAbsolutePath() + " (" + Files.size(file) / 1024 + " kB)");
        } catch (IllegalArgumentException | IllegalStateException | java.io.IOException refused) {
            end(String.valueOf(refused.getMessage()));
        }
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return Optional.empty();
        }
        String value = words.remove(at + 1);
        words.remove(at);
        return Optional.of(value);
    }

    private static void end(String message) {
        System.err.println("✗ " + message);
        System.exit(2);
    }

    private static void backup(Path data, Path file, byte[] key) throws Exception {
        Path pid = data.resolve("postgres/postmaster.pid");
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new IllegalArgumentException(
                    "Không có dữ liệu ở " + data + ". There is no installation in that folder.");
        }
        if (Files.exists(pid) && OwnPostgres.isOurs(data.resolve("postgres").toAbsolutePath(), pid)) {
            String port = Files.readAllLines(pid).get(3).strip();
            String password =
                    Files.readString(data.resolve("postgres.password")).strip();
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", OwnPostgres.USER, password)) {
                Backup.write(data, connection, file, key);
            }
        } else {
            try (OwnPostgres server = OwnPostgres.start(data, OwnPostgres.Durability.FULL);
                    Connection connection =
                            DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password())) {
                Backup.write(data, connection, file, key);
            }
        }
    }
}

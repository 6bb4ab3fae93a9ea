package vn.toam.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

/** {@code ./toam backup FILE} and {@code ./toam restore FILE}: works on a running installation and on a stopped one. */
public final class BackupCommand {

    private BackupCommand() {}

    /** Arguments: {@code backup|restore FILE [--data DIR]}. Ends with 2 and a sentence when it cannot be done. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path data = Path.of("data");
        int option = words.indexOf("--data");
        if (option >= 0 && option + 1 < words.size()) {
            data = Path.of(words.remove(option + 1));
            words.remove(option);
        }
        if (words.size() != 2) {
            end("Cách dùng: ./toam backup|restore TỆP [--data THƯ-MỤC]");
        }
        try {
            Path file = Path.of(words.get(1));
            if (words.getFirst().equals("backup")) {
                backup(data, file);
            } else {
                Backup.restore(file, data);
            }
            System.out.println("✓ " + file.toAbsolutePath() + " (" + Files.size(file) / 1024 + " kB)");
        } catch (IllegalArgumentException | IllegalStateException | java.io.IOException refused) {
            end(String.valueOf(refused.getMessage()));
        }
    }

    private static void end(String message) {
        System.err.println("✗ " + message);
        System.exit(2);
    }

    private static void backup(Path data, Path file) throws Exception {
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
                Backup.write(data, connection, file);
            }
        } else {
            try (OwnPostgres server = OwnPostgres.start(data, OwnPostgres.Durability.FULL);
                    Connection connection =
                            DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password())) {
                Backup.write(data, connection, file);
            }
        }
    }
}

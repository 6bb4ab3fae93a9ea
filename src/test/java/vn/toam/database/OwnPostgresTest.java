package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installation survives without a word from the user. */
class OwnPostgresTest {

    @TempDir
    Path folder;

    @Test
    void committedRowsSurviveAKilledServerAndAForgedLockFile() throws Exception {
        try (OwnPostgres server = OwnPostgres.start(folder, OwnPostgres.Durability.FULL)) {
            run(server, "create table kept (n int)", "insert into kept select generate_series(1, 64)");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            kill(folder.resolve("postgres/postmaster.pid"));
            askPatiently(server, "select 1");
        }
        Path pid = folder.resolve("postgres/postmaster.pid");
        Files.writeString(pid, "1\n" + folder + "/postgres\n0\n5432\n");

        try (OwnPostgres server = OwnPostgres.start(folder, OwnPostgres.Durability.FULL)) {
            assertThat(ask(server, "select count(*) from kept")).isEqualTo("64");
        }
    }

    @Test
    void aServerKilledUnderARunningApplicationIsStartedAgain() throws Exception {
        try (OwnPostgres server = OwnPostgres.start(folder, OwnPostgres.Durability.FULL)) {
            run(server, "create table kept (n int)", "insert into kept values (1)");
            kill(folder.resolve("postgres/postmaster.pid"));

            assertThat(askPatiently(server, "select count(*) from kept")).isEqualTo("1");
        }
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefused() {
        try (OwnPostgres first = OwnPostgres.start(folder, OwnPostgres.Durability.NONE)) {
            assertThatThrownBy(() -> OwnPostgres.start(folder, OwnPostgres.Durability.NONE))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(folder.toString());
            assertThat(first.jdbcUrl("toam")).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void aBackupOfARunningServerRestoresToTheSameRows() throws Exception {
        Path file = folder.resolve("toam.tar.gz");
        Path home = folder.resolve("home");
        Path copy = folder.resolve("copy");
        try (OwnPostgres server = OwnPostgres.start(home, OwnPostgres.Durability.FULL)) {
            run(server, "create table kept (n int)", "insert into kept select generate_series(1, 1000)");
            BackupCommand.main(new String[] {"backup", file.toString(), "--data", home.toString()});
            run(server, "insert into kept values (1001)");
        }
        byte[] key = BackupKey.of(file, BackupKey.beside(home));
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("TOAM-BACKUP-2")
                .doesNotContain("postgres/PG_VERSION");
        Backup.restore(file, copy, key);
        try (OwnPostgres server = OwnPostgres.start(copy, OwnPostgres.Durability.FULL)) {
            assertThat(ask(server, "select count(*) from kept")).isEqualTo("1000");
        }
    }

    @Test
    void aCutBackupIsRefusedAndLeavesNothingBehind() throws Exception {
        Path file = folder.resolve("cut.tar.gz");
        Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

        assertThatThrownBy(() -> Backup.restore(file, folder.resolve("copy"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("không phải là bản sao lưu trọn vẹn");
        assertThat(folder).isDirectoryNotContaining(p -> !p.equals(file));
    }

    @Test
    void aBackupThatWasChangedCutOrIsNotSignedIsRefusedInWords() throws Exception {
        byte[] key = BackupKey.orNew(folder.resolve("key"));
        Path file = folder.resolve("sealed");
        try (var out = SealedStream.writing(Files.newOutputStream(file), key)) {
            out.write(new byte[200_000]);
        }
        byte[] whole = Files.readAllBytes(file);
        assertThat(SealedStream.reading(Files.newInputStream(file), key).readAllBytes())
                .hasSize(200_000);
        for (int at : new int[] {20, 40, 70_000, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> SealedStream.reading(new java.io.ByteArrayInputStream(changed), key)
                            .readAllBytes())
                    .isInstanceOf(java.io.IOException.class);
        }
        byte[] cut = java.util.Arrays.copyOf(whole, 14 + 16 + 5 + 65_536 + 16);
        assertThatThrownBy(() -> SealedStream.reading(new java.io.ByteArrayInputStream(cut), key)
                        .readAllBytes())
                .isInstanceOf(java.io.IOException.class);
        assertThatThrownBy(() -> SealedStream.reading(Files.newInputStream(file), new byte[32])
                        .readAllBytes())
                .isInstanceOf(java.io.IOException.class);

        Path old = Files.write(folder.resolve("old.tar.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        assertThatThrownBy(() -> BackupKey.of(old, folder.resolve("key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--unsigned");
        assertThat(BackupKey.none(old)).isNull();
        assertThatThrownBy(() -> BackupKey.of(file, folder.resolve("no-key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--key");
    }

    private static void kill(Path pidFile) throws Exception {
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
    }

    private static Connection open(OwnPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
    }

    private static void run(OwnPostgres server, String... statements) throws SQLException {
        try (Connection connection = open(server);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String askPatiently(OwnPostgres server, String sql) throws SQLException {
        long limit = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                return ask(server, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > limit) {
                    throw notYet;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static String ask(OwnPostgres server, String sql) throws SQLException {
        try (Connection connection = open(server);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

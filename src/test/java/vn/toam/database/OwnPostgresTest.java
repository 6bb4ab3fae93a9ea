package vn.toam.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
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
                .startsWith("TOAM-BACKUP-3")
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
    void aBackupThatWasChangedCutOrSealedWithAnotherKeyIsRefusedInWordsThatSayWhich() throws Exception {
        byte[] key = BackupKey.orNew(folder.resolve("key"));
        Path file = sealed(key, 200_000);
        byte[] whole = Files.readAllBytes(file);

        assertThat(Backup.verify(file, key)).isEqualTo(200_000);
        for (int at : new int[] {50, 70_000, 140_000, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            refused(Files.write(folder.resolve("changed"), changed), key, "bị hỏng hoặc bị sửa từ khoảng byte");
        }
        for (int length : new int[] {38, 39, 60_000, 38 + 5 + 65_536 + 16, whole.length - 1}) {
            refused(Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, length)), key, "bị cắt cụt");
        }
        refused(Files.write(folder.resolve("longer"), java.util.Arrays.copyOf(whole, whole.length + 1)), key, "bị sửa");
        refused(file, new byte[32], "không mở được bằng khóa này");
        byte[] salt = whole.clone();
        salt[20] ^= 1;
        refused(Files.write(folder.resolve("salt"), salt), key, "không mở được bằng khóa này");
    }

    /** Sealed by the version before the check of the key. */
    @Test
    void aBackupOfBeforeIsRestoredAndItsKeyAsked() throws Exception {
        Path old = Path.of("src/test/resources/upgrade/backup-2.toam");
        byte[] key = BackupKey.of(old, Path.of("src/test/resources/upgrade/backup-2.key"));

        Backup.restore(old, folder.resolve("restored"), key);

        assertThat(folder.resolve("restored/postgres/PG_VERSION")).hasContent("18");
        refused(old, new byte[32], "không mở được bằng khóa này");
        byte[] changed = Files.readAllBytes(old);
        changed[changed.length - 1] ^= 1;
        refused(Files.write(folder.resolve("changed"), changed), key, "không mở được bằng khóa này (hoặc");
    }

    @Test
    void aBackupThatIsNotSignedIsTakenOnlyWhenAskedFor() throws Exception {
        Path file = sealed(BackupKey.orNew(folder.resolve("key")), 10);
        Path old = Files.write(folder.resolve("old.tar.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        assertThatThrownBy(() -> BackupKey.of(old, folder.resolve("key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--unsigned");
        assertThat(BackupKey.none(old)).isNull();
        assertThatThrownBy(() -> BackupKey.of(file, folder.resolve("no-key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--key");
    }

    private void refused(Path bad, byte[] key, String words) {
        assertThatThrownBy(() -> Backup.verify(bad, key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
        assertThatThrownBy(() -> Backup.restore(bad, folder.resolve("copy"), key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
        assertThat(folder.resolve("copy")).doesNotExist();
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".restore"));
    }

    /** A whole backup of as many bytes as cannot be packed. */
    private Path sealed(byte[] key, int bytes) throws Exception {
        Path file = folder.resolve("sealed");
        byte[] noise = new byte[bytes];
        new java.util.Random(1).nextBytes(noise);
        try (var tar = new TarArchiveOutputStream(
                new GZIPOutputStream(SealedStream.writing(Files.newOutputStream(file), key)))) {
            for (var each : java.util.Map.of("postgres/noise", noise, "toam-backup-complete", new byte[0])
                    .entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
                entry.setSize(each.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(each.getValue());
                tar.closeArchiveEntry();
            }
        }
        return file;
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

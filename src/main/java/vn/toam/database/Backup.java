package vn.toam.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole installation in one sealed file (see {@link SealedStream}), taken while it runs: PostgreSQL's own online base backup (start, copy, stop, then the log written
 * meanwhile), with files and keys of the data folder beside it. Restored into an empty folder, the next start replays the log.
 */
final class Backup {

    private static final String CLUSTER = "postgres/";
    private static final String LABEL = CLUSTER + "backup_label";
    private static final String END = "toam-backup-complete";
    private static final int BUFFER = 1 << 16;

    /** Not part of a base backup: the log (copied last), process files, and what PostgreSQL makes anew. */
    private static final Predicate<String> LEFT_OUT = name -> name.startsWith("pg_wal/")
            || name.startsWith("postmaster.")
            || name.startsWith("pg_replslot/")
            || name.startsWith("pg_stat_tmp/")
            || name.contains("pgsql_tmp");

    private Backup() {}

    /**
     * Writes the backup of {@code home}, whose server answers on {@code connection}; a half-written file never gets the final name.
     *
     * @throws IOException when the file cannot be written: nothing is left behind
     */
    static void write(Path home, Connection connection, Path file, byte[] key) throws IOException, SQLException {
        Path target = file.toAbsolutePath();
        Path unfinished = Files.createTempFile(target.getParent(), ".backup", ".tmp");
        try {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(
                    SealedStream.writing(new BufferedOutputStream(Files.newOutputStream(unfinished)), key), BUFFER))) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                copyInstallation(home, connection, tar);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void copyInstallation(Path home, Connection connection, TarArchiveOutputStream tar)
            throws IOException, SQLException {
        Path cluster = home.resolve("postgres");
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('toam', fast => true)");
            addTree(tar, cluster, CLUSTER, LEFT_OUT.negate());
            for (String folder : List.of("pg_wal/archive_status", "pg_replslot", "pg_stat_tmp")) {
                addFolder(tar, CLUSTER + folder);
            }
            try (var stopped =
                    statement.executeQuery("select labelfile from pg_backup_stop(wait_for_archive => false)")) {
                stopped.next();
                addBytes(tar, LABEL, stopped.getString(1).getBytes(StandardCharsets.UTF_8));
            }
            addTree(tar, cluster.resolve("pg_wal"), CLUSTER + "pg_wal/", name -> !name.startsWith("archive_status"));
        }
        addTree(tar, home, "", Backup::ofTheInstallation);
        addBytes(tar, END, new byte[0]);
    }

    private static boolean ofTheInstallation(String name) {
        return !name.startsWith(CLUSTER)
                && !name.startsWith("bin-")
                && !name.startsWith("unpacking")
                && !name.endsWith(".log")
                && !name.endsWith(".aot")
                && !name.equals("instance.lock");
    }

    private static void addTree(TarArchiveOutputStream tar, Path root, String prefix, Predicate<String> wanted)
            throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = walk.filter(p -> !p.equals(root)).sorted().toList();
        }
        for (Path path : paths) {
            String name = root.relativize(path).toString();
            boolean folder = Files.isDirectory(path);
            if (!wanted.test(folder ? name + "/" : name)) {
                continue;
            }
            if (folder) {
                addFolder(tar, prefix + name);
            } else {
                addFile(tar, prefix + name, path);
            }
        }
    }

    private static void addFolder(TarArchiveOutputStream tar, String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    /** Files change while they are copied; the log repairs that. Only the announced length must hold. */
    private static void addFile(TarArchiveOutputStream tar, String name, Path path) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            long left = Files.size(path);
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(left);
            tar.putArchiveEntry(entry);
            byte[] buffer = new byte[BUFFER];
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
                int written = read == 0 ? (int) Math.min(BUFFER, left) : read;
                if (read == 0) {
                    java.util.Arrays.fill(buffer, (byte) 0);
                }
                tar.write(buffer, 0, written);
                left -= written;
            }
            tar.closeArchiveEntry();
        } catch (NoSuchFileException vanished) {
            // a relation dropped meanwhile: the log knows
        }
    }

    private static void addBytes(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /**
     * Puts a backup into {@code home}, which must be empty or absent.
     *
     * @param key what it was sealed with; null: an older backup that is not sealed, taken as it is
     * @throws IllegalArgumentException in words when the folder is in use or the file is not a whole backup; the folder is left empty
     */
    static void restore(Path file, Path home, byte @Nullable [] key) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> inside = Files.list(home)) {
                if (inside.findAny().isPresent()) {
                    throw new IllegalArgumentException(
                            "Thư mục " + home + " không trống; hãy chọn thư mục mới với --data."
                                    + " The folder is not empty; choose a new one with --data.");
                }
            }
        }
        Path parent = home.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, ".restore");
        boolean complete = false;
        try {
            complete = unpack(file, unfinished, key);
        } catch (IOException damaged) {
            throw new IllegalArgumentException(notABackup(file), damaged);
        } finally {
            if (!complete) {
                delete(unfinished);
            }
        }
        if (!complete) {
            throw new IllegalArgumentException(notABackup(file));
        }
        Files.deleteIfExists(home);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String notABackup(Path file) {
        return "Tệp " + file + " không phải là bản sao lưu trọn vẹn, hoặc khóa không đúng."
                + " The file is not a whole backup, or the key is another.";
    }

    private static InputStream content(Path file, byte @Nullable [] key) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return key == null ? raw : SealedStream.reading(raw, key);
    }

    private static boolean unpack(Path file, Path target, byte @Nullable [] key) throws IOException {
        boolean complete = false;
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(content(file, key), BUFFER))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the backup: " + entry.getName());
                }
                if (entry.getName().equals(END)) {
                    complete = true;
                } else if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
        if (complete) {
            Files.setPosixFilePermissions(target.resolve("postgres"), PosixFilePermissions.fromString("rwx------"));
        }
        return complete;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

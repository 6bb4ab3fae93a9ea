package vn.toam.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
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
    private static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** Not part of a base backup: the log (copied last), process files, and what PostgreSQL makes anew. */
    private static final Predicate<String> LEFT_OUT = name -> name.startsWith("pg_wal/")
            || name.startsWith("postmaster.")
            || name.startsWith("pg_replslot/")
            || name.startsWith("pg_stat_tmp/")
            || name.contains("pgsql_tmp");

    private Backup() {}

    /**
     * Writes the backup of {@code home}, whose server answers on {@code connection}, and reads it back; a file that is not whole never gets the
     * final name.
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
            verify(unfinished, key);
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
        DataFolder.requireEmpty(home);
        Path parent = home.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, ".restore");
        boolean complete = false;
        try {
            read(file, key, (entry, content) -> unpack(entry, content, unfinished));
            Files.setPosixFilePermissions(unfinished.resolve("postgres"), PRIVATE_FOLDER);
            complete = true;
        } finally {
            if (!complete) {
                DataFolder.delete(unfinished);
            }
        }
        Files.deleteIfExists(home);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream content(Path file, byte @Nullable [] key) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return key == null ? raw : SealedStream.reading(raw, key);
    }

    /**
     * Reads a backup to its last byte.
     *
     * @return bytes of all that is in it
     * @throws IllegalArgumentException in words when it is not whole
     */
    static long verify(Path file, byte @Nullable [] key) throws IOException {
        long[] bytes = {0};
        read(file, key, (entry, content) -> bytes[0] += content.transferTo(OutputStream.nullOutputStream()));
        return bytes[0];
    }

    private interface Taking {
        void take(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private static void read(Path file, byte @Nullable [] key, Taking taking) throws IOException {
        boolean complete = false;
        try (InputStream sealed = content(file, key);
                InputStream packed = new GZIPInputStream(sealed, BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(packed)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                complete |= entry.getName().equals(END);
                taking.take(entry, tar);
            }
            packed.transferTo(OutputStream.nullOutputStream());
            sealed.transferTo(OutputStream.nullOutputStream());
        } catch (DamagedBackup damaged) {
            throw new IllegalArgumentException("Tệp " + file + " " + damaged.getMessage(), damaged);
        } catch (EOFException | ZipException damaged) {
            throw notWhole(file, damaged);
        }
        if (!complete) {
            throw notWhole(file, null);
        }
    }

    private static IllegalArgumentException notWhole(Path file, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Tệp " + file + " không phải là bản sao lưu trọn vẹn. The file is not a whole backup.", cause);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IllegalArgumentException("entry outside the backup: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PRIVATE_FOLDER);
        } else if (!entry.getName().equals(END)) {
            Files.createDirectories(path.getParent());
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, DataFolder.PRIVATE);
        }
    }
}

package vn.toam.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL programs shipped inside the application, once per version, under {@code <home>/bin-<checksum>}. */
final class PostgresBinaries {

    /** Named as the libraries of binaries name theirs; of several processors in one program, each finds its own. */
    private static final String ARCHIVE = "aarch64".equals(System.getProperty("os.arch"))
            ? "/postgres-linux-arm_64.txz"
            : "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    static Path unpack(Path home) throws IOException {
        byte[] archive;
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "No built-in PostgreSQL for this system; start with --db jdbc:postgresql://… instead");
            }
            archive = in.readAllBytes();
        }
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path target = home.resolve("bin-" + Long.toHexString(checksum.getValue()));
        if (!Files.exists(target)) {
            Path unfinished = Files.createTempDirectory(home, "unpacking");
            extract(archive, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new java.io.ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}

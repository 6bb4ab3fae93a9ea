package vn.toam.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The key that seals backups: in a file beside the data folder, never in it and never in a backup. */
final class BackupKey {

    private static final int BYTES = 32;

    private BackupKey() {}

    static Path beside(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        return folder.resolveSibling(folder.getFileName() + ".backup-key");
    }

    /** The key; made where there is none yet, and told: without it no backup can be restored. */
    static byte[] orNew(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
            System.err.println("! Khóa sao lưu mới: " + file.toAbsolutePath()
                    + ". Hãy cất một bản ở nơi khác: không có khóa thì không khôi phục được.\n"
                    + "! A new backup key. Keep a copy elsewhere: without it no backup can be restored.");
        }
        return read(file);
    }

    /** The key of a sealed backup. @throws IllegalArgumentException when the backup is not sealed, or the key is missing */
    static byte[] of(Path backup, Path file) throws IOException {
        if (!sealed(backup)) {
            throw new IllegalArgumentException(
                    "Tệp " + backup + " không có chữ ký khóa nên không rõ có bị sửa hay không."
                            + " Nếu chắc chắn về nguồn gốc, thêm --unsigned."
                            + " The backup is not signed, so nobody knows whether it was changed. If you are sure of its origin, add --unsigned.");
        }
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("Không có tệp khóa sao lưu " + file + "; chỉ ra bằng --key TỆP."
                    + " The backup key is missing; name it with --key FILE.");
        }
        return read(file);
    }

    /** For an older backup that is not sealed. @throws IllegalArgumentException when it is */
    static byte @Nullable [] none(Path backup) throws IOException {
        if (sealed(backup)) {
            throw new IllegalArgumentException(
                    "Tệp " + backup + " có chữ ký khóa; bỏ --unsigned. The backup is signed; leave --unsigned out.");
        }
        return null;
    }

    private static boolean sealed(Path backup) throws IOException {
        try (InputStream in = Files.newInputStream(backup)) {
            return SealedStream.isSealed(in.readNBytes(SealedStream.HEAD.length));
        }
    }

    private static byte[] read(Path file) throws IOException {
        String written = Files.readString(file).strip();
        if (!written.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Tệp khóa " + file + " không đúng dạng. The key file is misshapen.");
        }
        return HexFormat.of().parseHex(written);
    }
}

package vn.toam.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;

/** {@code ./toam backup FILE}, {@code ./toam verify FILE} and {@code ./toam restore FILE}: works on a running installation and on a stopped one. */
public final class BackupCommand {

    private BackupCommand() {}

    /** Arguments: {@code backup|verify|restore FILE [--data DIR] [--key FILE] [--unsigned]}. Ends with 2 and a sentence when it cannot be done. */
    public static void main(String[] arguments) throws Exception {
        CommandLine line = new CommandLine(arguments);
        Path data = Path.of(line.option("--data").orElse("data"));
        Path key = line.option("--key").map(Path::of).orElseGet(() -> BackupKey.beside(data));
        boolean unsigned = line.flag("--unsigned");
        if (line.words().size() != 2) {
            CommandLine.end("Cách dùng: ./toam backup|verify|restore TỆP [--data THƯ-MỤC] [--key TỆP-KHÓA]");
        }
        try {
            Path file = Path.of(line.words().get(1));
            switch (line.words().getFirst()) {
                case "backup" -> backup(data, file, BackupKey.orNew(key));
                case "verify" -> verify(file, key, unsigned);
                default -> Backup.restore(file, data, unsigned ? BackupKey.none(file) : BackupKey.of(file, key));
            }
            System.out.println("✓ " + file.toAbsolutePath() + " (" + Files.size(file) / 1024 + " kB)");
        } catch (IllegalArgumentException | IllegalStateException | IOException refused) {
            CommandLine.end(String.valueOf(refused.getMessage()));
        }
    }

    /** Says what is in the file. @throws IllegalArgumentException in words when it is not whole */
    private static void verify(Path file, Path key, boolean unsigned) throws Exception {
        if (isExport(file)) {
            try (DumpFile export = new DumpFile(file)) {
                export.verify();
                System.out.println("Tệp xuất trọn vẹn (a whole export): "
                        + export.dump().tables().size() + " bảng (tables), "
                        + export.dump().files().rows() + " tệp (files)");
            }
        } else {
            long bytes = Backup.verify(file, unsigned ? BackupKey.none(file) : BackupKey.of(file, key));
            System.out.println("Bản sao lưu trọn vẹn (a whole backup): " + bytes / 1024 + " kB");
        }
    }

    private static boolean isExport(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(2), new byte[] {'P', 'K'});
        }
    }

    private static void backup(Path data, Path file, byte[] key) throws Exception {
        try (InstallationServer server = InstallationServer.of(data, "postgres");
                Connection connection = server.owner().open()) {
            Backup.write(data, connection, file, key);
        }
    }
}

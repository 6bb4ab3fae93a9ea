package vn.toam.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;

/** {@code ./toam export FILE} and {@code ./toam import FILE}: to a newer PostgreSQL, or to another system. */
public final class MoveCommand {

    private MoveCommand() {}

    /**
     * Arguments: {@code export FILE [--data DIR] [--secrets]}, {@code import FILE [--data DIR]}; a server of the user's own is named by
     * {@code TOAM_DB_OWNER} or {@code TOAM_DB}. Ends with 2 and a sentence when it cannot be done.
     */
    public static void main(String[] arguments) throws Exception {
        CommandLine line = new CommandLine(arguments);
        Path data = Path.of(line.option("--data").orElse("data"));
        boolean secrets = line.flag("--secrets");
        Optional<Schema.Owner> foreign = Optional.ofNullable(System.getenv("TOAM_DB_OWNER"))
                .or(() -> Optional.ofNullable(System.getenv("TOAM_DB")))
                .map(url -> new Schema.Owner(url, null, null));
        if (line.words().size() != 2) {
            CommandLine.end(
                    "Cách dùng: ./toam export TỆP [--data THƯ-MỤC] [--secrets] | ./toam import TỆP [--data THƯ-MỤC]");
        }
        Path file = Path.of(line.words().get(1));
        try {
            boolean out = line.words().getFirst().equals("export");
            Dump dump = out ? export(foreign, data, file, secrets) : bring(foreign, data, file);
            long rows = dump.tables().stream()
                    .mapToLong(table -> table.content().rows())
                    .sum();
            System.out.printf(
                    "✓ %s (%d kB): %d bảng (tables), %d dòng (rows), %d tệp (files)%n",
                    file.toAbsolutePath(),
                    Files.size(file) / 1024,
                    dump.tables().size(),
                    rows,
                    dump.files().rows());
            if (!dump.secrets()) {
                System.err.println(
                        "! Không có mật khẩu, khóa API và khóa dấu niêm; muốn chuyển chính Tổ Ấm, xuất với --secrets và giữ tệp như bản sao lưu.\n"
                                + "! Passwords, API keys and the seals' key are not in it; to move Tổ Ấm itself, export with --secrets and keep the file like a backup.");
            }
        } catch (IllegalArgumentException | IllegalStateException | IOException | SQLException refused) {
            CommandLine.end(String.valueOf(refused.getMessage()));
        }
    }

    private static Dump export(Optional<Schema.Owner> foreign, Path data, Path file, boolean secrets)
            throws IOException, SQLException {
        if (foreign.isPresent()) {
            return Export.write(foreign.get(), data, file, secrets);
        }
        try (InstallationServer server = InstallationServer.of(data, "toam")) {
            return Export.write(server.owner(), data, file, secrets);
        }
    }

    /** Into an empty folder or database; when it fails, that is as empty as before. */
    static Dump bring(Optional<Schema.Owner> foreign, Path data, Path path) throws IOException, SQLException {
        DataFolder.requireEmpty(data);
        try (DumpFile file = new DumpFile(path)) {
            file.verify();
            Path parent = data.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path unfinished = Files.createTempDirectory(parent, ".import");
            boolean complete = false;
            try {
                if (foreign.isPresent()) {
                    own(foreign.get(), file);
                } else {
                    try (OwnPostgres server = OwnPostgres.start(unfinished, OwnPostgres.Durability.FULL)) {
                        server.createDatabase("toam");
                        Import.into(server.owner(), file);
                    }
                }
                Import.folder(file, unfinished);
                Files.deleteIfExists(data);
                Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
                complete = true;
            } finally {
                if (!complete) {
                    DataFolder.delete(unfinished);
                }
            }
            return file.dump();
        }
    }

    private static void own(Schema.Owner owner, DumpFile file) throws IOException, SQLException {
        if (!Import.unused(owner)) {
            throw new IllegalArgumentException("Cơ sở dữ liệu đã có bảng; hãy tạo cơ sở dữ liệu trống."
                    + " The database has tables; create an empty one.");
        }
        boolean complete = false;
        try {
            Import.into(owner, file);
            complete = true;
        } finally {
            if (!complete) {
                Import.empty(owner);
            }
        }
    }
}

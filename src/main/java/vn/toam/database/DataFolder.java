package vn.toam.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of an installation: open to its owner alone, and marked with what it is when it is made. */
final class DataFolder {

    /** What an installation is, from its first day to its last. */
    enum Kind {
        /** Figures that count; no demonstration account ever. */
        REAL,
        /** Made-up figures, one-click sign-in. */
        DEMO;

        static Kind of(boolean demo) {
            return demo ? DEMO : REAL;
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of a file that nobody else may read. */
    static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private static final String MARK = "kind";

    private DataFolder() {}

    /** Makes the folder where it is missing; in either case nobody but its owner may look into it. */
    static Path prepare(Path folder) throws IOException {
        Path made = Files.createDirectories(folder.toAbsolutePath().normalize());
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        return made;
    }

    /** What the folder says it is; empty: it is new, or older than the mark. */
    static Optional<Kind> kind(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        String written = Files.readString(mark).strip();
        return Optional.of(Kind.valueOf(written.toUpperCase(Locale.ROOT)));
    }

    static void mark(Path folder, Kind kind) throws IOException {
        Files.writeString(folder.resolve(MARK), kind.written() + "\n");
    }

    /** True when a database was made here before. */
    static boolean used(Path folder) {
        return Files.exists(folder.resolve("postgres/PG_VERSION"));
    }

    /** @throws IllegalArgumentException in words when something lies in {@code folder} */
    static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new IllegalArgumentException(
                            "Thư mục " + folder + " không trống; hãy chọn thư mục mới với --data."
                                    + " The folder is not empty; choose a new one with --data.");
                }
            }
        }
    }

    /** Takes away a folder and all in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

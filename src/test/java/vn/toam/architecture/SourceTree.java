package vn.toam.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository, for guards that read sources. */
final class SourceTree {

    static final Path JAVA = Path.of("src/main/java/vn/toam");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path RESOURCES = Path.of("src/main/resources");

    private SourceTree() {}

    static List<Path> files(Path root, String suffix) {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module that a source file belongs to: the first folder below {@code root}. */
    static String module(Path root, Path file) {
        return root.relativize(file).getName(0).toString();
    }

    /** Names of all modules. */
    static List<String> modules() {
        return files(JAVA, "package-info.java").stream()
                .filter(p -> p.getNameCount() == JAVA.getNameCount() + 2)
                .map(p -> module(JAVA, p))
                .toList();
    }
}

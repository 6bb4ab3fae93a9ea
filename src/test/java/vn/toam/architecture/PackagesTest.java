package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every package says what it is, is null-marked, and stays flat and small. */
class PackagesTest {

    private static final int TYPES = 33;

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        assertThat(faults(SourceTree.JAVA)).isEmpty();
    }

    @Test
    void aPlantedBarePackageIsCaught() {
        assertThat(faults(Path.of("src/test/java/vn/toam/architecture")))
                .anyMatch(fault -> fault.contains("planted") && fault.contains("not null-marked"));
    }

    private static List<String> faults(Path root) {
        List<String> faults = new ArrayList<>();
        TreeSet<Path> folders = new TreeSet<>();
        SourceTree.files(root, ".java").forEach(file -> folders.add(file.getParent()));
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            String text = Files.exists(info) ? SourceTree.read(info) : "";
            if (!text.contains("NullMarked")) {
                faults.add(folder + " is not null-marked");
            }
            if (!text.contains("/**")) {
                faults.add(folder + " does not say what it is");
            }
            long types = SourceTree.files(folder, ".java").size() - 1L;
            if (!folder.equals(root) && types > TYPES) {
                faults.add(folder + " has " + types + " types");
            }
        }
        return faults;
    }
}

package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The glossary speaks of what is there: each code name is a type or a definition, each word stands once. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| (?:`([A-Za-z0-9_-]+)`|–) \\|$");
    private static final Pattern DEFINED = Pattern.compile("\\bid: ([A-Za-z0-9_-]+)");

    @Test
    void everyCodeNameExists() {
        Set<String> names = new HashSet<>();
        SourceTree.files(SourceTree.JAVA, ".java")
                .forEach(file -> names.add(file.getFileName().toString().replace(".java", "")));
        for (Path file : SourceTree.files(Path.of("catalog"), ".yaml")) {
            Matcher id = DEFINED.matcher(SourceTree.read(file));
            while (id.find()) {
                names.add(id.group(1));
            }
        }
        assertThat(column(3)).isNotEmpty().allSatisfy(name -> assertThat(names).contains(name));
    }

    @Test
    void everyWordStandsOnce() {
        assertThat(column(1)).doesNotHaveDuplicates();
    }

    private static List<String> column(int group) {
        List<String> values = new ArrayList<>();
        Matcher row = ROW.matcher(SourceTree.read(GLOSSARY));
        while (row.find()) {
            if (row.group(group) != null && !row.group(1).equals("Tiếng Việt")) {
                values.add(row.group(group).strip());
            }
        }
        return values;
    }
}

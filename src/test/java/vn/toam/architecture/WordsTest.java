package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word a user reads stands in the message files, in both languages, and every message asked for exists. */
class WordsTest {

    private static final Pattern ASKED = Pattern.compile(
            "(?:page\\.t|Rejected\\.because|words\\.get\\([a-z.()]+,|Text\\.of)\\(\\s*\"([a-z]+\\.[A-Za-z0-9_.-]+)\"|Rejected\\.field\\([^,()]+,\\s*\"([a-z]+\\.[A-Za-z0-9_.-]+)\"");
    private static final Pattern VIETNAMESE =
            Pattern.compile("[ăâđêôơưĂÂĐÊÔƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        for (Path file : SourceTree.files(SourceTree.RESOURCES.resolve("messages"), ".properties")) {
            String name = file.getFileName().toString();
            if (name.endsWith("_en.properties")) {
                continue;
            }
            Path english = file.resolveSibling(name.replace(".properties", "_en.properties"));
            assertThat(keys(english)).as("keys of %s", english).isEqualTo(keys(file));
        }
    }

    @Test
    void everyMessageIsAWellFormedPattern() {
        for (Path file : SourceTree.files(SourceTree.RESOURCES.resolve("messages"), ".properties")) {
            properties(file)
                    .forEach((key, value) -> assertThat(new MessageFormat(String.valueOf(value)))
                            .as("%s in %s", key, file)
                            .isNotNull());
        }
    }

    @Test
    void everyMessageAskedForExists() {
        Set<String> known = new TreeSet<>();
        SourceTree.files(SourceTree.RESOURCES.resolve("messages"), ".properties")
                .forEach(file -> known.addAll(keys(file)));
        List<String> missing = new ArrayList<>();
        List<Path> sources = new ArrayList<>(SourceTree.files(SourceTree.TEMPLATES, ".jte"));
        sources.addAll(SourceTree.files(SourceTree.JAVA, ".java"));
        for (Path file : sources) {
            asked(SourceTree.read(file)).stream()
                    .filter(key -> !known.contains(key) && !key.endsWith("."))
                    .forEach(key -> missing.add(file.getFileName() + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() {
        List<String> written = new ArrayList<>();
        for (Path file : SourceTree.files(SourceTree.TEMPLATES, ".jte")) {
            if (VIETNAMESE.matcher(SourceTree.read(file).replace("Tổ Ấm", "")).find()) {
                written.add(file.toString());
            }
        }
        assertThat(written).isEmpty();
    }

    @Test
    void plantedMistakesAreCaught() {
        assertThat(asked("${page.t(\"shared.noSuchKey\")} Rejected.field(\"x\", \"plan.wrong\")"))
                .containsExactly("shared.noSuchKey", "plan.wrong");
        assertThat(VIETNAMESE.matcher("<p>Chương trình</p>").find()).isTrue();
    }

    private static List<String> asked(String source) {
        List<String> keys = new ArrayList<>();
        Matcher matcher = ASKED.matcher(source);
        while (matcher.find()) {
            keys.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return keys;
    }

    private static Set<String> keys(Path file) {
        return new TreeSet<>(properties(file).stringPropertyNames());
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(SourceTree.read(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}

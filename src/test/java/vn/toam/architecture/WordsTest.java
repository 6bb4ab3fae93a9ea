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
import org.jspecify.annotations.Nullable;
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
    void noKeyStandsTwice() {
        for (Path file : SourceTree.files(SourceTree.RESOURCES, ".properties")) {
            assertThat(twice(SourceTree.read(file)))
                    .as("keys twice in %s", file)
                    .isEmpty();
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
        assertThat(twice("plan.a=x\nplan.b=y\nplan.a = z\n")).containsExactly("plan.a");
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

    /** Keys that a later line of the same text takes over. */
    private static List<String> twice(String text) {
        List<String> twice = new ArrayList<>();
        load(
                new Properties() {
                    @Override
                    public synchronized @Nullable Object put(Object key, Object value) {
                        if (containsKey(key)) {
                            twice.add(String.valueOf(key));
                        }
                        return super.put(key, value);
                    }
                },
                text);
        return twice;
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        load(properties, SourceTree.read(file));
        return properties;
    }

    private static void load(Properties properties, String text) {
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

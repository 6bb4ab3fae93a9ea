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
    private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[A-Za-z0-9_-]+){1,4}");
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z]+)+\\.)\"");

    /** No module any more, but sealed entries of the trail name these keys. */
    private static final Set<String> SEALED = Set.of("identity");

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

    /** {@code module.page.element}: a key says whose it is, where it stands and what it is. */
    @Test
    void keysBeginWithTheirModule() {
        List<String> misnamed = new ArrayList<>();
        for (Path file : SourceTree.files(SourceTree.RESOURCES.resolve("messages"), ".properties")) {
            String module = file.getFileName().toString().replaceFirst("(?:_en)?\\.properties$", "");
            misnamed.addAll(misnamed(module, keys(file)));
            if (!SEALED.contains(module)) {
                assertThat(SourceTree.modules())
                        .as("modules that have messages")
                        .contains(module);
            }
        }
        assertThat(misnamed).isEmpty();
    }

    @Test
    void everyBeginningOfAKeyInATemplateHasMessages() {
        Set<String> known = new TreeSet<>();
        SourceTree.files(SourceTree.RESOURCES.resolve("messages"), ".properties")
                .forEach(file -> known.addAll(keys(file)));
        List<String> sources = new ArrayList<>();
        SourceTree.files(SourceTree.TEMPLATES, ".jte").forEach(file -> sources.add(SourceTree.read(file)));
        Set<String> modules = Set.copyOf(SourceTree.modules());
        List<String> nothing = sources.stream()
                .flatMap(source -> BEGINNING.matcher(source).results())
                .map(found -> found.group(1))
                .filter(start -> modules.contains(start.substring(0, start.indexOf('.'))))
                .filter(start -> known.stream().noneMatch(key -> key.startsWith(start)))
                .toList();
        assertThat(nothing).isEmpty();
    }

    @Test
    void plantedMistakesAreCaught() {
        assertThat(misnamed("plan", Set.of("plan.list.title", "duty.list.title", "plan", "plan.List Title")))
                .containsExactlyInAnyOrder("plan: duty.list.title", "plan: plan", "plan: plan.List Title");
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

    private static List<String> misnamed(String module, Set<String> keys) {
        return keys.stream()
                .filter(key ->
                        !key.startsWith(module + ".") || !KEY.matcher(key).matches())
                .map(key -> module + ": " + key)
                .toList();
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

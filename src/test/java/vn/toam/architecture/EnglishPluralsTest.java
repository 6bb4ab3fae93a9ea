package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** English says “1 day” and “2 days”: a count stands in a choice that has words for none, for one and for more. */
class EnglishPluralsTest {

    /** A count and, up to two words on, what is counted. */
    private static final Pattern COUNTED =
            Pattern.compile("(\\S+ )?\\{\\d+\\} ((?:[a-z-]+ ){0,2}?(?:people|children|persons|[a-z-]{2,}s))\\b");

    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,((?:[^{}]|\\{\\d+})*)}");
    private static final Pattern WHOLE_CHOICE = Pattern.compile("0#[^|]*\\|1#[^|]*\\|1<[^|]*");

    /** Words after a name: “{0} has just saved”, “{1} reaches”. */
    private static final Set<String> NO_COUNT = Set.of(
            "has",
            "was",
            "is",
            "does",
            "this",
            "of",
            "gets",
            "goes",
            "passes",
            "reaches",
            "begins",
            "asks",
            "answers",
            "reports",
            "saved",
            "received",
            "follow");

    /** After these a number is a name or a limit of several: “line 3 needs”, “at most 5 files”. */
    private static final Pattern NAMED_OR_LIMIT = Pattern.compile("(?i)(?:line|column|code|version|most|than|first) ");

    @Test
    void aCountSaysOneAndSeveral() {
        for (Path file : SourceTree.files(SourceTree.RESOURCES.resolve("messages"), "_en.properties")) {
            assertThat(mistakes(messages(SourceTree.read(file)))).as("%s", file).isEmpty();
        }
    }

    @Test
    void plantedMistakesAreCaught() {
        assertThat(mistakes(Map.of(
                        "a.always", "{0} duties of {1}",
                        "b.adjective", "Late by {0} working days.",
                        "c.people", "{0} people",
                        "d.noZero", "{0,choice,1#1 day|1<{0} days} left",
                        "e.second", "{0,choice,0#no units|1#1 unit|1<{0} units}, {1} rows",
                        "f.name", "Line {0} needs a note; at most {1} files; {2} has sent",
                        "g.right", "{0,choice,0#{0} days|1#1 day|1<{0} days} left",
                        "h.several.many", "{0} tasks are paused")))
                .containsExactly("a.always", "b.adjective", "c.people", "d.noZero", "e.second");
    }

    /** Keys of messages that count without a plural; what ends in {@code .many} is said of several only. */
    private static List<String> mistakes(Map<String, String> messages) {
        List<String> mistakes = new ArrayList<>();
        new TreeMap<>(messages).forEach((key, message) -> {
            boolean half = CHOICE.matcher(message)
                    .results()
                    .anyMatch(choice -> !WHOLE_CHOICE.matcher(choice.group(1)).matches());
            boolean bare = COUNTED.matcher(CHOICE.matcher(message).replaceAll("#"))
                    .results()
                    .filter(counted -> Stream.of(counted.group(2).split(" ")).noneMatch(NO_COUNT::contains))
                    .anyMatch(counted -> counted.group(1) == null
                            || !NAMED_OR_LIMIT.matcher(counted.group(1)).matches());
            if (half || bare && !key.endsWith(".many")) {
                mistakes.add(key);
            }
        });
        return mistakes;
    }

    private static Map<String, String> messages(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, value) -> messages.put(String.valueOf(key), String.valueOf(value)));
        return messages;
    }
}

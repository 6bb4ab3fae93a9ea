package vn.toam.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.toam.encoding.OldEncodings;

/** Real plans in every old form come back equal; needs the plans in {@code ../shared}, which are not part of the repository. */
class SharedTextsTest {
    private static final List<Path> FOLDERS = List.of(Path.of("../shared/sources"), Path.of("../shared/paper/texts"));

    /** Share of words that must come back right from TCVN3, where capitals are guessed. */
    private static final double TCVN3_WORDS = 0.999;

    private static final List<String> TEXTS = new ArrayList<>();

    @BeforeAll
    static void findTexts() throws IOException {
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".txt"))
                            .sorted()
                            .toList()) {
                        TEXTS.add(Files.readString(file)
                                .replaceAll("[\t\u00a0]", " ")
                                .replace('✓', '-'));
                    }
                }
            }
        }
        assumeTrue(!TEXTS.isEmpty(), "no plans in ../shared: skipped");
    }

    @Test
    void unicodeFilesStayAsTheyAre() throws UnreadableFile {
        assertSame(text -> text.getBytes(StandardCharsets.UTF_8));
        assertSame(text ->
                ("\ufeff" + text.replace("\n", "\r\n").replace(' ', '\u00a0')).getBytes(StandardCharsets.UTF_16LE));
        assertSame(text -> Normalizer.normalize(text, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void windows1258AndVniComeBackEqual() throws UnreadableFile {
        assertSame(OldEncodings::windows1258);
        assertSame(text -> OldEncodings.vni(text).getBytes(StandardCharsets.UTF_8));
        assertSame(text -> OldEncodings.vni(text).getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void tcvn3ComesBackButForAFewCapitals() throws UnreadableFile {
        assertSame(text -> OldEncodings.tcvn3(text).getBytes(StandardCharsets.UTF_8), TCVN3_WORDS, Function.identity());
        assertSame(
                text -> OldEncodings.tcvn3(text).getBytes(Charset.forName("windows-1252")),
                TCVN3_WORDS,
                Function.identity());
        assertSame(text -> OldEncodings.tcvn3(text).getBytes(StandardCharsets.UTF_8), 1, String::toLowerCase);
    }

    @Test
    void oneLongLineIsReadToo() throws UnreadableFile {
        for (String text : TEXTS) {
            String line = text.replaceAll("\\s*\n\\s*", " ");
            assertThat(read(OldEncodings.vni(line).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(line);
        }
    }

    private static void assertSame(Function<String, byte[]> writer) throws UnreadableFile {
        assertSame(writer, 1, Function.identity());
    }

    private static void assertSame(Function<String, byte[]> writer, double least, Function<String, String> view)
            throws UnreadableFile {
        for (String text : TEXTS) {
            String[] expected = view.apply(text).split("\\s+");
            String[] actual = view.apply(read(writer.apply(text))).split("\\s+");
            assertThat(actual).hasSameSizeAs(expected);
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < expected.length; i++) {
                if (!expected[i].equals(actual[i])) {
                    wrong.add(actual[i] + " for " + expected[i]);
                }
            }
            assertThat(1 - (double) wrong.size() / expected.length)
                    .as("wrong: %s", wrong)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static String read(byte[] bytes) throws UnreadableFile {
        return TextExtractor.extract("plan.txt", bytes).text();
    }
}

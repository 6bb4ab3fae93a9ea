package vn.toam.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./toam read}: a reading, or the sentence that the page shows, in both languages, and nothing else. */
class ReadPlanTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        return ReadPlan.run(args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static byte[] resource(String name) throws Exception {
        try (var in = ReadPlanTest.class.getResourceAsStream("/paper/" + name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 3);
    }

    private static Map<String, byte[]> unreadable() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty", new byte[0]);
        files.put("blank", " \n\t\n".getBytes(UTF_8));
        files.put("short", "{\\rtf1 mau}".getBytes(UTF_8));
        files.put("image", "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
        files.put("image", "\u00ff\u00d8\u00ff\u00e0 JFIF".getBytes(ISO_8859_1));
        files.put("archive", "Rar!\u001a\u0007".getBytes(ISO_8859_1));
        files.put("program", "\u007fELF\u0002".getBytes(ISO_8859_1));
        files.put("word95", "\u00db\u00a5-\0 Word 2".getBytes(ISO_8859_1));
        files.put("xml", "<?xml version=\"1.0\"?><a>b</a>".getBytes(UTF_8));
        files.put("damaged", "%PDF-1.7\nnothing".getBytes(UTF_8));
        files.put("damaged .doc", cut(resource("plan.doc")));
        files.put("damaged .rtf", cut(resource("plan.rtf")));
        files.put("damaged .odt", cut(resource("plan.odt")));
        files.put("overlong", "a".repeat(2_000_001).getBytes(UTF_8));
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        noise[0] = 'x';
        files.put("unknown", noise);
        return files;
    }

    @Test
    void everyUnreadableFileIsRefusedInTheWordsOfThePage() throws Exception {
        ResourceBundle vi = ResourceBundle.getBundle("messages.paper", Locale.ROOT);
        ResourceBundle en = ResourceBundle.getBundle("messages.paper", Locale.ENGLISH);
        for (Map.Entry<String, byte[]> file : unreadable().entrySet()) {
            String key = "paper.unreadable." + file.getKey().split(" ")[0];
            Path path = Files.write(folder.resolve("tep.doc"), file.getValue());

            assertThat(run(path.toString())).as(key).isEqualTo(2);
            assertThat(err.toString(UTF_8).lines()).as(key).containsExactly(vi.getString(key), en.getString(key));
            assertThat(out.toString(UTF_8)).isEmpty();
        }
    }

    @Test
    void whatIsNoFileIsSaid() {
        assertThat(run(folder.resolve("khong-co.docx").toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .startsWith("Không có tệp ")
                .contains("There is no file")
                .doesNotContain("Exception");
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(" là thư mục").contains(" is a folder");
        assertThat(run("a\0b")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("Cách dùng").contains("Usage");
    }

    @Test
    void aPlanIsReadToStandardOutput() throws Exception {
        Path file = Files.write(folder.resolve("plan.odt"), resource("plan.odt"));

        assertThat(run(file.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("{")
                .contains("\"12/KH-UBND\"")
                .contains("\"documentKind\"");
        assertThat(err.toString(UTF_8)).isEmpty();
    }
}

package vn.toam.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files damaged at random, always in the same way, end soon in a text or an {@link UnreadableFile}. */
class FuzzTest {
    private static final int FILES = 120;
    private static final Duration SOON = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(strings = {"plan.docx", "plan.doc", "oldfonts.doc", "plan.pdf", "plan.rtf", "plan.odt", "plan.txt"})
    void damagedFilesNeverSurprise(String name) throws Exception {
        byte[] whole = whole(name);
        TextExtractor.extract(name, whole); // loads the parser, which takes longer than any damaged file
        Random random = new Random(name.hashCode());
        for (int i = 0; i < FILES; i++) {
            byte[] damaged = damage(whole, random);
            long start = System.nanoTime();
            try {
                assertThat(TextExtractor.extract(name, damaged).text()).isNotBlank();
            } catch (UnreadableFile e) {
                assertThat(e.reason()).as("file %d", i).isNotEqualTo(UnreadableFile.Reason.OVERLONG);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("file %d", i)
                    .isLessThan(SOON);
        }
    }

    private static byte[] whole(String name) throws Exception {
        return switch (name) {
            case "plan.docx" -> SamplePlan.docx().bytes();
            case "plan.txt" -> String.join("\n", SamplePlan.LINES).getBytes(StandardCharsets.UTF_8);
            default -> OfficeFilesTest.bytes(name);
        };
    }

    /** Cut off, some bytes changed, a stretch of zeros, or two parts exchanged. */
    private static byte[] damage(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int a = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - a, 1 + random.nextInt(400));
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, a);
            case 1 -> {
                for (int i = 0; i < 1 + random.nextInt(30); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> Arrays.fill(bytes, a, a + length, (byte) 0);
            default -> System.arraycopy(whole, random.nextInt(whole.length - length + 1), bytes, a, length);
        }
        return bytes;
    }
}

package vn.toam.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"paper.properties", "paper_en.properties"})
    void everyReasonAndEveryNoteHasItsWords(String file) throws Exception {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                UnreadableFile.class.getResourceAsStream("/messages/" + file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        for (UnreadableFile.Reason reason : UnreadableFile.Reason.values()) {
            assertThat(words.getProperty(reason.messageKey()))
                    .as(reason.messageKey())
                    .hasSizeGreaterThan(40);
        }
        assertThat(words.stringPropertyNames())
                .contains(
                        "paper.tcvn3",
                        "paper.vni",
                        "paper.windows1258",
                        "paper.noDiacritics",
                        "paper.unknownCharacters");
    }
}

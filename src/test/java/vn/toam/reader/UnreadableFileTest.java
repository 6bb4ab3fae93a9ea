package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"reader.properties", "reader_en.properties"})
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
                        "reader.tcvn3",
                        "reader.vni",
                        "reader.windows1258",
                        "reader.noDiacritics",
                        "reader.unknownCharacters");
    }
}

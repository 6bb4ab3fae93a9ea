package vn.toam.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBytesTest {
    private static final String PLAN = "KẾ HOẠCH\nTriển khai công tác gia đình năm 2024, đạt từ 90% trở lên\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void unicodeInAnyFormIsReadWithAndWithoutMark(String charset) {
        byte[] bytes = PLAN.getBytes(Charset.forName(charset));
        assertThat(TextBytes.decode(bytes)).isEqualTo(PLAN);
    }

    @Test
    void byteOrderMarkIsNotText() {
        assertThat(TextBytes.decode(("\ufeff" + PLAN).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PLAN);
    }

    @Test
    void utf8CutInsideALetterStaysUtf8() {
        byte[] bytes =
                "Ủy ban nhân dân các xã; hộ gia đình được công nhận".repeat(20).getBytes(StandardCharsets.UTF_8);
        String text = TextBytes.decode(Arrays.copyOf(bytes, bytes.length - 3));
        assertThat(text).startsWith("Ủy ban nhân dân các xã").endsWith("công nh\ufffd");
    }

    @Test
    void eightBitVietnameseWindowsIsReadInTheEnd() {
        byte[] bytes = OldEncodings.windows1258(PLAN);
        assertThat(new TextCleaner().clean(TextBytes.decode(bytes)).text()).isEqualTo(PLAN);
    }
}

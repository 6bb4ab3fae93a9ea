package vn.toam.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LostHornsTest {
    @ParameterizedTest
    @CsvSource({
        "nhà trờng đợc tăng cờng, nhà trường được tăng cường",
        "'thông t, nh sau', 'thông tư, như sau'",
        "mọi ngời tham mu thêm u tiên dới cơ sở, mọi người tham mưu thêm ưu tiên dưới cơ sở",
        "thông t- liên tịch nh- sau, thông tư liên tịch như sau",
        "đ-ợc h-ớng dẫn, được hướng dẫn"
    })
    void dropsAndHyphensBecomeLettersAgain(String damaged, String right) {
        assertThat(LostHorns.restore(damaged, new Syllables())).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"06-CT/TW", "kinh tế - xã hội", "2021-2030", "KH-UBND", "chơi, cơm, đơn, lớp, một", "QĐ-TTg"})
    void whatIsRightStays(String right) {
        assertThat(LostHorns.restore(right, new Syllables())).isEqualTo(right);
    }
}

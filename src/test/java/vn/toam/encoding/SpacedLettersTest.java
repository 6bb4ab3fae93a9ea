package vn.toam.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpacedLettersTest {
    @ParameterizedTest
    @CsvSource({
        "T h ô n g  t ư liên tịch, Thông tư liên tịch",
        "K Ế  H O Ạ C H, KẾ HOẠCH",
        "Q U Y Ế T Đ Ị N H:, QUYẾT ĐỊNH:",
        "Đ ộ c l ậ p, Độc lập"
    })
    void stretchedWordsAreJoined(String stretched, String joined) {
        assertThat(SpacedLetters.join(stretched, new Syllables())).isEqualTo(joined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"các điểm a b c d đ e", "X X X X", "nguyên âm i e y u", "a, b, c, d"})
    void listsOfLettersStay(String list) {
        assertThat(SpacedLetters.join(list, new Syllables())).isEqualTo(list);
    }
}

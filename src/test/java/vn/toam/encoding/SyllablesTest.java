package vn.toam.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyllablesTest {
    private final Syllables syllables = new Syllables();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nghiêng", "quyết", "Gia", "ĐÌNH", "gì", "giếng", "quốc", "khuya", "thuở", "ở", "yếu", "hoà", "hòa",
                "thuý", "xoong", "khuỷu", "loạt", "bạo", "lực", "Ðộc"
            })
    void vietnameseWordsPass(String word) {
        assertThat(syllables.isSyllable(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ho¹ch", "lËp", "Coäng", "hàch", "kpi", "ữữ", "programme", "nghiêngg"})
    void otherWordsDoNot(String word) {
        assertThat(syllables.isSyllable(word)).isFalse();
    }

    @Test
    void lettersAreCutIntoTheFewestSyllables() {
        assertThat(syllables.split("kếhoạchgiađình")).containsExactly("kế", "hoạch", "gia", "đình");
        assertThat(syllables.split("xyz")).isEmpty();
    }
}

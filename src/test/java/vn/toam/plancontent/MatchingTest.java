package vn.toam.plancontent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which indicator a sentence of a plan means. */
class MatchingTest {

    private final Matching<String> indicators = new Matching<>();

    @BeforeEach
    void names() {
        indicators.add("poor", "Tỷ lệ hộ nghèo");
        indicators.add("poor-knowledge", "Tỷ lệ hộ nghèo, cận nghèo được cung cấp kiến thức, kỹ năng");
        indicators.add("welfare", "Tỷ lệ hộ được thông tin về chính sách phúc lợi");
        indicators.add("violence", "Số vụ bạo lực gia đình");
    }

    private Optional<String> meant(String sentence) {
        return indicators.best(sentence, 0.55).map(Matching.Match::value);
    }

    @Test
    void theNameThatSaysMostOfTheSentenceWinsOverAShorterOneInsideIt() {
        assertThat(meant("100% hộ nghèo, hộ cận nghèo được cung cấp kiến thức, kỹ năng để phát triển kinh tế gia đình"))
                .contains("poor-knowledge");
        assertThat(
                        meant(
                                "100% các hộ được cung cấp thông tin về chính sách, pháp luật phúc lợi xã hội dành cho gia đình nghèo"))
                .contains("welfare");
    }

    @Test
    void aPlainSentenceFindsItsPlainName() {
        assertThat(meant("Tỷ lệ hộ nghèo duy trì dưới mức 1%, thấp hơn mức bình quân chung của tỉnh"))
                .contains("poor");
        assertThat(meant("Mỗi năm giảm 10% số vụ bạo lực gia đình")).contains("violence");
    }

    @Test
    void aSentenceAboutSomethingElseMeansNone() {
        assertThat(meant("Trồng mới 100 ha rừng phòng hộ")).isEmpty();
    }

    @Test
    void aSentenceThatEnumeratesNamesEachOfThem() {
        indicators.add("divorces", "Số vụ ly hôn");
        indicators.add("child-marriages", "Số vụ tảo hôn");

        assertThat(indicators.listed("Từng bước giảm dần số vụ ly hôn, tảo hôn và bạo lực gia đình"))
                .containsExactlyInAnyOrder("divorces", "child-marriages", "violence");
        assertThat(indicators.listed("Nâng tỷ lệ hộ nghèo, cận nghèo được cung cấp kiến thức, kỹ năng"))
                .as("a name inside another is not a second one")
                .containsExactly("poor-knowledge");
    }
}

package vn.toam.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed into a search box finds what a person would expect, in Java and in the database alike. */
class SearchWordsTest extends ToamTest {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ke hoach gia dinh hai phong | Kế hoạch công tác gia đình thành phố Hải Phòng",
                "hải phòng   gia đình | Kế hoạch công tác gia đình thành phố Hải Phòng",
                "HẢI PHÒNG | Thành phố Hải Phòng",
                "TP Hải Phòng | Thành phố Hải Phòng",
                "tp. hai phong | Thành phố Hải Phòng",
                "thành phố Hồ Chí Minh | TP. HCM",
                "x. Hòa Bình | Xã Hoà Bình",
                "xa hoa binh | Xã Hòa Bình",
                "P. 5 | Phường 5",
                "h. Mỹ Đức | Huyện Mĩ Đức",
                "UBND xã Tân Yên | Ủy ban nhân dân xã Tân Yên",
                "Uỷ ban nhân dân Tân Yên | UBND xã Tân Yên",
                "100/KH-UBND | Kế hoạch số 100/KH-UBND ngày 13/4/2022",
                "kh-ubnd 100 | Kế hoạch số 100/KH-UBND ngày 13/4/2022",
                "kế hoạch 100 | 100/KH-UBND",
                "Ea H'leo | Xã Ea H’Leo",
                "bà rịa vũng tàu | Tỉnh Bà Rịa - Vũng Tàu",
                "pcblgd | Phòng, chống bạo lực gia đình",
                "phòng chống bạo lực gia đình | Kế hoạch PCBLGĐ năm 2026",
                "điện biên | ĐIỆN BIÊN",
            })
    void allWordsInAnyOrderWithOrWithoutMarks(String typed, String text) {
        assertThat(found(typed, text)).isTrue();
        assertThat(indexed(SearchWords.of(typed), text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "haiphong gia dinh | Hải Phòng: gia đình",
                "bao luc gia d | Bạo lực gia đình",
                "th | Thanh Hóa",
                "1/2 | Tổ 2, số 12",
            })
    void anIndexLeavesNothingOutThatIsHeld(String typed, String text) {
        assertThat(SearchWords.of(typed).in(text)).isTrue();
        assertThat(indexed(SearchWords.of(typed), text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"thanh, Hải Phòng", "bao luc, Bạo hành", "xyzxyz, Hải Phòng", "ubnd, Ủy ban Mặt trận"})
    void anIndexLeavesOutWhatHoldsNoSuchWord(String typed, String text) {
        assertThat(indexed(SearchWords.of(typed), text)).isFalse();
        assertThat(indexed(SearchWords.of(typed).runTogether(), text)).isFalse();
    }

    @Test
    void aWordOfAnyLengthIsKept() {
        assertThat(indexed(SearchWords.of("b".repeat(180)), "a " + "b".repeat(20_000)))
                .isTrue();
        assertThat(indexed(SearchWords.of("b"), "")).isFalse();
    }

    private boolean indexed(SearchWords words, String text) {
        return jdbc.sql("select register.lexemes(:text) @@ :lexemes::tsquery")
                .param("text", SearchWords.fold(text))
                .param("lexemes", words.lexemes())
                .query(Boolean.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hai phong ha noi | Thành phố Hải Phòng",
                "anh | Thanh Hóa", // words begin with what was typed
                "uban | Ủy ban nhân dân",
                "xã Tân Yên | Huyện Tân Yên",
                "100/KH-UBND | 1100/KH-UBND",
            })
    void aWordThatIsMissingFindsNothing(String typed, String text) {
        assertThat(found(typed, text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "haiphong, Thành phố Hải Phòng",
        "hanoi, Thành phố Hà Nội",
        "tanyen, Huyện Tân Yên",
        "giadinh 2026, Công tác gia đình năm 2026"
    })
    void blanksMayBeMissingOnASecondTry(String typed, String text) {
        assertThat(found(typed, text)).isFalse();
        assertThat(SearchWords.of(typed).runTogether().in(text)).isTrue();
        assertThat(indexed(SearchWords.of(typed).runTogether(), text)).isTrue();
    }

    @Test
    void whatIsNoWordIsNothingAndNoPatternIsBroken() {
        assertThat(SearchWords.of(" %_(*\\[^$ ").isEmpty()).isTrue();
        assertThat(SearchWords.of("\u0000").isEmpty()).isTrue();
        assertThat(SearchWords.of("a".repeat(100_000)).words()).hasSize(1);
        assertThat(SearchWords.of("b ".repeat(1000)).words()).hasSize(10);
    }

    /** The same answer from the same text: composed and decomposed, in Java and in the database. */
    private boolean found(String typed, String text) {
        SearchWords words = SearchWords.of(typed);
        boolean java = words.in(text);
        for (Normalizer.Form form : Normalizer.Form.values()) {
            String spelt = Normalizer.normalize(text, form);
            assertThat(jdbc.sql("select public.searchable(:text)")
                            .param("text", spelt)
                            .query(String.class)
                            .single())
                    .isEqualTo(SearchWords.fold(spelt));
            assertThat(jdbc.sql("select public.holds(public.searchable(:text), :words, :patterns)")
                            .param("text", spelt)
                            .params(words.parameters())
                            .query(Boolean.class)
                            .single())
                    .isEqualTo(java);
        }
        return java;
    }
}

package vn.toam.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleanerTest {
    private static final String PLAN = """
            ỦY BAN NHÂN DÂN TỈNH MẪU
            KẾ HOẠCH
            Triển khai thực hiện công tác gia đình và phòng, chống bạo lực gia đình năm 2024
            1. Đến năm 2025, trên 90% hộ gia đình được tuyên truyền, giáo dục pháp luật; như Thông tư hướng dẫn.
            Ủy ban nhân dân các xã chịu trách nhiệm, kỳ báo cáo trước ngày 15 tháng 11.
            """;

    @Test
    void unicodeTextStaysAsItIs() {
        assertThat(clean(PLAN)).isEqualTo(PLAN);
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(clean(Normalizer.normalize(PLAN, Normalizer.Form.NFD))).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @CsvSource({
        "a\\r\\nb,a\\nb",
        "a\\u000bb\\fc\\rd,a\\nb\\nc\\nd",
        "a\\u00a0b\\tc,a b c",
        "gia\\u200b đình,gia đình",
        "gia\\u00ad đình,gia đình",
        "k\\u01f6 họp,kỳ họp",
        "\\u00d0ộc lập,Độc lập",
        "\\uf0b7 x,- x",
        "\\uf0b3 30%,≥ 30%"
    })
    void strayCharactersBecomePlainOnes(String raw, String plain) {
        assertThat(clean(unescape(raw).translateEscapes())).isEqualTo(plain.translateEscapes());
    }

    @Test
    void tcvn3IsRecognisedAndReported() {
        SourceText text = new TextCleaner().clean(OldEncodings.tcvn3(PLAN));
        assertThat(text.text()).isEqualTo(PLAN);
        assertThat(text.notes()).containsExactly(Note.of("paper.tcvn3"));
    }

    @Test
    void tcvn3ThatLostItsSoftHyphensGetsMostOfThemBack() {
        assertThat(clean(OldEncodings.tcvn3(PLAN).replace("\u00ad", ""))).isEqualTo(PLAN);
        assertThat(clean(OldEncodings.tcvn3(PLAN).replace("\u00ad", "-"))).isEqualTo(PLAN);
    }

    @Test
    void vniIsRecognisedAndReported() {
        SourceText text = new TextCleaner().clean(OldEncodings.vni(PLAN));
        assertThat(text.text()).isEqualTo(PLAN);
        assertThat(text.notes()).containsExactly(Note.of("paper.vni"));
    }

    @Test
    void oneHeadingInAnOldEncodingIsConvertedAmongUnicode() {
        String text = OldEncodings.tcvn3("Tổ chức thực hiện nhiệm vụ\n") + PLAN;
        assertThat(clean(text)).isEqualTo("Tổ chức thực hiện nhiệm vụ\n" + PLAN);
    }

    @Test
    void lettersApartAreJoinedAfterConversion() {
        assertThat(clean(PLAN + "T h « n g  t \u00ad liªn tÞch sè 06")).endsWith("Thông tư liên tịch số 06");
    }

    @Test
    void utf8ReadAsWindowsIsUndone() {
        String twice = new String(PLAN.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(clean(twice)).isEqualTo(PLAN);
    }

    @Test
    void missingDiacriticsAreReportedAndTheTextKept() {
        String bare = Normalizer.normalize(PLAN, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        SourceText text = new TextCleaner().clean(bare);
        assertThat(text.text()).isEqualTo(bare);
        assertThat(text.notes()).containsExactly(Note.of("paper.noDiacritics"));
    }

    @Test
    void englishAndFrenchAreLeftAlone() {
        String text =
                "The family is the cell of society; the plan of the committee was adopted in 2024 and reported to the"
                        + " province. Le comité a été créé à Hà Nội, café.";
        assertThat(new TextCleaner().clean(text)).isEqualTo(SourceText.of(text));
    }

    private static String clean(String raw) {
        return new TextCleaner().clean(raw).text();
    }

    private static String unescape(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(text)
                .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
    }
}

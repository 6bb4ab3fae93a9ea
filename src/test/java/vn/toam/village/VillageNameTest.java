package vn.toam.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toam.definition.CodeList.Code;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;

/** What reads the same is one village, however it was typed. */
class VillageNameTest {

    private static final List<Code> KINDS = List.of(
            kind("THON", "Thôn"),
            kind("BAN", "Bản"),
            kind("LANG", "Làng"),
            kind("XOM", "Xóm"),
            kind("TO_DAN_PHO", "Tổ dân phố"),
            kind("KHU_PHO", "Khu phố"));

    @ParameterizedTest
    @CsvSource({
        "Hoà Bình, Hòa Bình",
        "Khoẻ, Khỏe",
        "Thuỵ An, Thụy An",
        "Thuỷ, Thủy",
        "HOÀ, HÒA",
        "Hòan Kiếm, Hoàn Kiếm",
        "Húynh, Huýnh",
        "Quý Hoá, Quý Hóa",
        "Quà, Quà",
        "Hoặc, Hoặc",
        "Hoằng Quỳ, Hoằng Quỳ",
        "Ngoài, Ngoài",
        "TDP 5, Tổ dân phố 5",
        "T.D.P. số 3, Tổ dân phố số 3"
    })
    void toneMarksStandInOnePlace(String typed, String written) {
        for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
            assertThat(VillageName.of(Normalizer.normalize("  " + typed + "\u200b ", form))
                            .written())
                    .isEqualTo(Normalizer.normalize(written, Normalizer.Form.NFC));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "THON, Thôn 01, 1",
        "THON, 007, 7",
        "THON, 10, 10",
        "THON, 100A, 100A",
        "THON, THÔN HÒA BÌNH, Hòa Bình",
        "THON, thôn hoà bình, Hòa Bình",
        "THON, Hòa bình, Hòa bình",
        "THON, Bản Vài, Bản Vài",
        "BAN, Bản Nà Ư, Nà Ư",
        "TO_DAN_PHO, TDP số 07, số 7",
        "TO_DAN_PHO, TDP SỐ 7, số 7",
        "THON, VIII, VIII",
        "THON, HÒA BÌNH II, Hòa Bình II",
        "THON, 3a, 3a",
        "XOM, XÓM 3B, 3B",
        "THON, KTT, KTT"
    })
    void aNameIsKeptInOneForm(String kind, String typed, String kept) {
        assertThat(VillageName.of(typed).as(kind, KINDS).written()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1, 01", "1, số 1", "Hòa Bình, HÒA BÌNH", "Hoà Bình, Hòa Bình", "3a, 3A"})
    void whatReadsTheSameIsTheSame(String one, String other) {
        assertThat(VillageName.of(one).key()).isEqualTo(VillageName.of(other).key());
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "1, 11", "Hòa Bình, Hoa Bình", "A1, 1", "10, 1", "3a, 3b", "Hòa Bình 1, Hòa Bình"})
    void whatReadsOtherwiseIsAnother(String one, String other) {
        assertThat(VillageName.of(one).key()).isNotEqualTo(VillageName.of(other).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thôn 1", "Bản Thôn 1", "Xóm 3", "Khu phố Hòa Bình", "TDP 2"})
    void anotherKindThanTheChosenOneIsAsked(String typed) {
        assertThatThrownBy(() -> VillageName.of(typed).as("BAN", KINDS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("village.problem.name.kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b", "thôn"})
    void aKindAloneIsNoName(String typed) {
        assertThatThrownBy(() -> VillageName.of(typed).as("THON", KINDS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("village.problem.name.missing");
    }

    @Test
    void aHundredCharactersAreANameOneMoreIsNot() {
        assertThat(VillageName.of("a".repeat(100)).as("THON", KINDS).written()).hasSize(100);
        assertThatThrownBy(() -> VillageName.of("a".repeat(101)).as("THON", KINDS))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("village.problem.name.long");
    }

    private static Code kind(String code, String name) {
        return new Code(code, Text.of(name), null);
    }
}

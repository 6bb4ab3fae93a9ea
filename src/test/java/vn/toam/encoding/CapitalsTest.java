package vn.toam.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalsTest {
    @ParameterizedTest
    @CsvSource({
        "CộNG HOà Xã HộI CHủ NGHĩA VIệT NAM, CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ủY BAN NHÂN DÂN, ỦY BAN NHÂN DÂN",
        "'MụC ĐíCH, ý NGHĩA của kế hoạch', 'MỤC ĐÍCH, Ý NGHĨA của kế hoạch'"
    })
    void smallLettersAmongCapitalsAreRaised(String damaged, String right) {
        assertThat(Capitals.repair(damaged)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"UBND xã Hà Nội", "UBND Hà Nội", "Bà Rịa - Vũng Tàu", "QĐ-TTg ở Huế", "Tổ Ấm"})
    void rightSpellingStays(String right) {
        assertThat(Capitals.repair(right)).isEqualTo(right);
    }

    @Test
    void sentencesListItemsAndCommitteesGetTheirCapitalBack() {
        String text =
                "1. đổi mới công tác. ứng dụng công nghệ;\n- ổn định đời sống, ủy ban nhân dân xã\nI. mục tiêu chung";
        assertThat(Capitals.restore(text))
                .isEqualTo(
                        "1. đổi mới công tác. Ứng dụng công nghệ;\n- Ổn định đời sống, Ủy ban nhân dân xã\nI. MỤC TIÊU CHUNG");
    }
}

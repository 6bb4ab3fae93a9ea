package vn.toam.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyEncodingTest {
    private static final String ALL_LETTERS =
            "aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

    @ParameterizedTest
    @CsvSource({
        "TCVN3, §éc lËp - Tù do - H¹nh phóc, Độc lập - Tự do - Hạnh phúc",
        "TCVN3, Thñ t­íng ChÝnh phñ, Thủ tướng Chính phủ",
        "TCVN3, Uû ban nh©n d©n, Uỷ ban nhân dân",
        "VNI, Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Cộng hòa xã hội chủ nghĩa Việt Nam",
        "VNI, UÛY BAN NHAÂN DAÂN THAØNH PHOÁ HOÀ CHÍ MINH, ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH",
        "VNI, Ñoäc laäp - Töï do - Haïnh phuùc, Độc lập - Tự do - Hạnh phúc",
        "VNI, ñöôïc quyeát ñònh kyõ thuaät, được quyết định kỹ thuật",
        "WINDOWS1258, Ðôòc lâòp - Týò do, Độc lập - Tự do"
    })
    void textAsFoundInOldFilesBecomesUnicode(LegacyEncoding encoding, String old, String unicode) {
        assertThat(encoding.decode(old)).isEqualTo(unicode);
    }

    @Test
    void everySmallLetterComesBackFromTcvn3() {
        assertThat(LegacyEncoding.TCVN3.decode(OldEncodings.tcvn3(ALL_LETTERS))).isEqualTo(ALL_LETTERS);
    }

    @Test
    void everyLetterComesBackFromVniInBothCases() {
        String letters = String.join(" ", (ALL_LETTERS + ALL_LETTERS.toUpperCase()).split(""));
        assertThat(LegacyEncoding.VNI.decode(OldEncodings.vni(letters))).isEqualTo(letters);
    }

    @Test
    void everySmallLetterComesBackFromWindows1258() {
        byte[] bytes = OldEncodings.windows1258(ALL_LETTERS);
        String read = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(LegacyEncoding.WINDOWS1258.decode(read)).isEqualTo(ALL_LETTERS);
    }

    @Test
    void fontNamesTellTheEncoding() {
        assertThat(LegacyEncoding.ofFont(".VnTime")).isEqualTo(LegacyEncoding.TCVN3);
        assertThat(LegacyEncoding.ofFont("ABCDEF+.VnTimeH")).isEqualTo(LegacyEncoding.TCVN3);
        assertThat(LegacyEncoding.ofFont("VNI-Times")).isEqualTo(LegacyEncoding.VNI);
        assertThat(LegacyEncoding.ofFont("Times New Roman")).isNull();
        assertThat(LegacyEncoding.isCapitalFont(".VnTimeH")).isTrue();
        assertThat(LegacyEncoding.isCapitalFont(".VnTime")).isFalse();
    }
}

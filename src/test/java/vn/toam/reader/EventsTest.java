package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commemorative days, months and windows. */
class EventsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hưởng ứng Ngày Quốc tế Hạnh phúc (20/3); Ngày Gia đình Việt Nam (28/6). | Ngày Quốc tế Hạnh phúc 03-20; Ngày Gia đình Việt Nam 06-28
            Hưởng ứng Ngày Quốc tế Hạnh phúc 20/3 và kỷ niệm Ngày Gia đình Việt Nam 28.6. | Ngày Quốc tế Hạnh phúc 03-20; Ngày Gia đình Việt Nam 06-28
            Tháng hành động quốc gia về phòng, chống bạo lực gia đình (tháng 6). | Tháng hành động quốc gia về phòng, chống bạo lực gia đình 06
            "Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ và trẻ em gái" (ngày 25/11). | Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ và trẻ em gái 11-25
            Tháng hành động vì bình đẳng giới (từ ngày 15/11/2025 đến ngày 15/12/2025). | Tháng hành động vì bình đẳng giới 2025-11-15..2025-12-15
            """)
    void readsDays(String sentence, String expected) {
        assertThat(Reading.events(Reading.implementation("1. Sở Y tế⏎- " + sentence)))
                .isEqualTo(expected);
    }
}

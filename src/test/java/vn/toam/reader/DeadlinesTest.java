package vn.toam.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What falls due and when. */
class DeadlinesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Tổng hợp, báo cáo Ủy ban nhân dân tỉnh (trước ngày 15/12 hằng năm). | annual_report 12-15
            Định kỳ hằng năm gửi báo cáo về Phòng Văn hóa và Thông tin (trước ngày 01 tháng 12). | annual_report 12-01
            Báo cáo kết quả trước ngày 01/6 và 15/11 hằng năm (hoặc đột xuất). | annual_report 06-01; annual_report 11-15
            Gửi báo cáo về Sở Nội vụ trước ngày 16 tháng 12 năm 2025. | other 2025-12-16
            Báo cáo về Sở Y tế trước ngày 20 hằng tháng. | monthly_report --20
            Báo cáo kết quả chậm nhất ngày 17 tháng 12. | annual_report 12-17
            Tổ chức sơ kết 05 năm, tổng kết 10 năm thực hiện Kế hoạch. | review_5y null; final_10y null
            Định kỳ cuối Học kỳ 1 và cuối Học kỳ 2, nhà trường gửi báo cáo về Sở. | other null
            Định kỳ báo cáo theo quy định. | ``
            """)
    void readsReportsAndReviews(String sentence, String expected) {
        assertThat(Reading.deadlines(Reading.implementation("1. Sở Y tế⏎- " + sentence)))
                .isEqualTo(expected);
    }
}

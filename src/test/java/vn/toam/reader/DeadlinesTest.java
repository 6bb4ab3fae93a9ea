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
            Báo cáo kết quả trước ngày 01/6 và 15/11 hằng năm (hoặc đột xuất). | other 06-01; annual_report 11-15
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hoàn thành việc rà soát trong tháng 6/2026. | other 2026-06
            Báo cáo kết quả về Sở Nội vụ trước tháng 11 năm 2026. | other 2026-11
            Tổ chức hội thi xong trong tháng 9. | other 2026-09
            Rà soát danh sách vào tháng 9 hằng năm. | other 09 yearly
            Tiến độ: Tháng 10/2026. | other 2026-10
            Báo cáo kết quả trong tháng⏎9/2026. | other 2026-09
            Hoàn thành trong quý II/2026. | other 2026-Q2
            Xây dựng tài liệu, hoàn thành trước quý IV năm 2026. | other 2026-Q4
            Trình Ủy ban nhân dân tỉnh trong quý I. | other 2026-Q1
            Kiểm tra tại cơ sở (quý IV/2026). | other 2026-Q4
            Thời gian thực hiện: Quý III năm 2026 và các năm tiếp theo. | other 2026-Q3
            Thời gian hoàn thành: từ quý I đến quý III năm 2026. | other 2026-Q1..2026-Q3
            Thời gian: từ tháng 3 đến tháng 5 năm 2026. | other 2026-03..2026-05
            Triển khai đợt cao điểm từ ngày 15/11 đến ngày 15/12 hằng năm. | other 11-15..12-15 yearly
            Đợt 1: từ ngày 05 đến ngày 20 tháng 5 năm 2026; đợt 2: từ 01/10/2026 đến 15/10/2026. | other 2026-05-05..2026-05-20; other 2026-10-01..2026-10-15
            Thời gian: Tháng 5, 6/2026. | other 2026-05..2026-06
            Đăng ký gửi về Sở trước 17h00 ngày 15/8/2026. | other 2026-08-15
            Kế hoạch này có hiệu lực từ tháng 6/2026. | ``
            Từ tháng 10/2026, triển khai phần mềm mới. | ``
            Trong 9 tháng đầu năm 2025 đã tổ chức 12 lớp. | ``
            Theo Nghị quyết ngày 18 tháng 6 năm 2025 của Hội đồng nhân dân tỉnh. | ``
            Hưởng ứng Tháng hành động quốc gia phòng, chống bạo lực gia đình (tháng 6). | ``
            Tập huấn cho người từ 6 tháng tuổi trở lên. | ``
            """)
    void readsMonthsQuartersAndWindows(String sentence, String expected) {
        assertThat(Reading.dues(Reading.year2026("II. TỔ CHỨC THỰC HIỆN⏎1. Sở Y tế⏎- " + sentence)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Gửi kế hoạch về Sở Nội vụ chậm nhất 10 ngày kể từ ngày nhận được Kế hoạch này. | other P10D after ngày nhận được Kế hoạch này
            Báo cáo vụ việc trong vòng 24 giờ sau khi xảy ra. | other PT24H after xảy ra
            Ban hành văn bản sau 30 ngày làm việc kể từ ngày Luật có hiệu lực. | other P30D after ngày Luật có hiệu lực
            Thời gian thực hiện: Sau khi Nghị định được ban hành. | other null after Nghị định được ban hành
            Báo cáo ngay sau khi kết thúc đợt kiểm tra. | other null after kết thúc đợt kiểm tra
            Khử khuẩn nguồn nước sau khi nước rút. | ``
            Định kỳ 6 tháng, hằng năm báo cáo Ủy ban nhân dân tỉnh. | half_year_report null half_yearly; annual_report null yearly
            Báo cáo định kỳ hằng quý, trước ngày 15 của tháng cuối quý. | quarterly_report null quarterly
            Hằng năm, trước ngày 05/12 gửi báo cáo về Sở Nội vụ. | annual_report 12-05 yearly
            Định kỳ hằng quý (trước ngày 25 tháng cuối quý), 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) báo cáo Ủy ban nhân dân tỉnh. | quarterly_report null quarterly; half_year_report 06-15 yearly; annual_report 12-15 yearly
            Trước ngày 20 tháng 6 (báo cáo 6 tháng) và trước ngày 20 tháng 11 (báo cáo năm) gửi về Sở Y tế. | half_year_report 06-20 yearly; annual_report 11-20 yearly
            Báo cáo nhanh hằng tuần về Ban Chỉ đạo. | other null weekly
            Báo cáo 02 lần/ngày về tình hình tiếp nhận. | other null daily
            Báo cáo hằng năm hoặc đột xuất theo yêu cầu của Ủy ban nhân dân tỉnh. | annual_report null yearly; other null on_request
            Cung cấp thông tin khi có yêu cầu. | ``
            Bố trí kinh phí trong dự toán ngân sách hằng năm. | ``
            Xây dựng kế hoạch công tác hằng năm của đơn vị. | ``
            Hằng năm công bố báo cáo về gia đình. | ``
            Sơ kết vào năm 2028, tổng kết vào năm 2030. | preliminary_review 2028; final_review 2030
            Đánh giá giữa kỳ năm 2028. | midterm_review 2028
            Tổng kết việc thực hiện sau khi kết thúc Kế hoạch. | final_review null after kết thúc Kế hoạch
            """)
    void readsRhythmsRequestsAndLimitsAfterAnEvent(String sentence, String expected) {
        assertThat(Reading.dues(Reading.year2026("II. TỔ CHỨC THỰC HIỆN⏎1. Sở Y tế⏎- " + sentence)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            |STT|Nội dung|Đơn vị chủ trì|Đơn vị phối hợp|Thời hạn hoàn thành|⏎|1|Tổ chức hội thi|Sở Y tế|Sở Nội vụ|Tháng 8/2026|⏎|2|In tờ rơi|Sở Tư pháp||Quý IV/2026| ; 2026-08 Sở Y tế, 2026-Q4 Sở Tư pháp
            |⏎**TT**⏎|⏎**Nhiệm vụ**⏎|⏎**Cơ quan chủ trì**⏎|⏎**Thời gian hoàn thành**⏎|⏎|⏎1⏎|⏎Tổ chức hội thi⏎cấp tỉnh⏎|⏎Sở Y tế⏎|⏎Trước ngày 30/9/2026⏎|⏎|⏎2⏎|⏎In tờ rơi⏎|⏎Sở Tư pháp⏎|⏎Quý IV/2026⏎| ; 2026-09-30 Sở Y tế, 2026-Q4 Sở Tư pháp
            - Tổ chức hội thi.⏎Cơ quan chủ trì: Sở Tư pháp.⏎Thời gian thực hiện: Quý II/2026. ; 2026-Q2 Sở Tư pháp
            - Tổ chức hội thi trước ngày 28/02/2026. ; 2026-02-28 null
            """)
    void aDateInATableOrLineBelongsToItsTaskAndNotToTheHeading(String lines, String expected) {
        assertThat(Reading.year2026("II. NHIỆM VỤ⏎1. Tuyên truyền⏎" + lines.strip()).deadlines().stream()
                        .map(d -> d.date() + " " + d.who())
                        .toList())
                .containsExactlyElementsOf(java.util.List.of(expected.split(", ")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Hoàn thành trong tháng 6/2026. | 2026-06-30
            Hoàn thành trước tháng 11/2026. | 2026-10-31
            Hoàn thành trước tháng 01/2027. | 2026-12-31
            Hoàn thành trong quý I/2026. | 2026-03-31
            Hoàn thành trong quý II/2026. | 2026-06-30
            Hoàn thành trước quý IV/2026. | 2026-09-30
            Thời gian: từ ngày 01/10/2026 đến ngày 15/10/2026. | 2026-10-15
            Rà soát vào tháng 2 hằng năm. | 02-28
            """)
    void theLastDayOfAMonthAQuarterOrAWindowIsKnown(String sentence, String expected) {
        assertThat(Reading.task(sentence).deadlines().getFirst().lastDay()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Sơ kết 03 năm, tổng kết 05 năm thực hiện Kế hoạch. | preliminary_review null; final_review null
            Tổ chức sơ kết 5 năm việc thực hiện. | review_5y null
            Tổng kết mười năm thực hiện Chỉ thị. | final_10y null
            Sơ kết một năm học đã qua được nhà trường gửi lại. | ``
            Báo cáo sơ kết trước ngày 30/6/2028; báo cáo tổng kết trước ngày 30/11/2030. | preliminary_review 2028-06-30; final_review 2030-11-30
            Gửi báo cáo tổng kết về Sở Nội vụ chậm nhất ngày 05/12/2027. | final_review 2027-12-05
            Gửi báo cáo về Sở Nội vụ chậm nhất ngày 05/12/2027. | other 2027-12-05
            Ngày 25 hằng tháng gửi báo cáo về Sở Nội vụ. | monthly_report --25 monthly
            Gửi số liệu báo cáo vào ngày 10 mỗi tháng. | monthly_report --10 monthly
            Báo cáo quý trước ngày 20 của tháng cuối quý. | quarterly_report null quarterly
            Báo cáo chậm nhất ngày 05 tháng đầu quý. | quarterly_report null quarterly
            Gửi báo cáo hằng năm (trước ngày 15 tháng 11) hoặc theo đề nghị của Sở Nội vụ. | annual_report 11-15 yearly; other null on_request
            Báo cáo trước ngày 10/6 và ngày 10/12 hằng năm. | other 06-10 yearly; annual_report 12-10 yearly
            Thời gian: Tháng 6, tháng 11/2026. | other 2026-06; other 2026-11
            Thời gian: Tháng 5 và tháng 6/2026. | other 2026-05..2026-06
            Hoàn thành báo cáo trong tháng 12 hằng năm. | annual_report 12 yearly
            Tổ chức hội thi trong tháng 6 hằng năm. | other 06 yearly
            Thời gian: Tháng 3 và tháng 9 năm 2026. | other 2026-03; other 2026-09
            """)
    void readsReviewsAndDaysOfAPeriod(String sentence, String expected) {
        assertThat(Reading.dues(Reading.year2026("II. TỔ CHỨC THỰC HIỆN⏎1. Sở Y tế⏎- " + sentence)))
                .isEqualTo(expected);
    }
}

package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The district plan of Tân Yên, 2021–2030: targets every year, reports before 1 December. */
@DisplayName("Tân Yên: tỷ lệ hộ nghèo duy trì dưới mức 1%, thấp hơn mức bình quân chung của tỉnh")
class TanYenJourneyTest extends ReturnJourney {

    static Stream<Path> papers() {
        return papers("tan-yen.txt");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Kế hoạch trên giấy thành chương trình có chỉ tiêu hằng năm và báo cáo trước ngày 01/12")
    void thePaperBecomesAProgramme(Path paper) {
        enterAs("planner.ty");
        upload(paper);
        assertThat(coloursInThePaper())
                .contains("k-target", "k-task", "k-agency", "k-duty", "k-deadline", "k-citation");

        acceptReading(30);
        issue(
                "Công tác gia đình Tân Yên " + paper.getNameCount(),
                "115/KH-UBND",
                "2022-05-09",
                2021,
                2030,
                "Phòng Văn hóa và Thông tin huyện Tân Yên",
                "");

        assertThat(targets()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(targets())
                .anySatisfy(target -> assertThat(target)
                        .contains("hộ nghèo")
                        .contains("< 1%")
                        .contains("thấp hơn mức bình quân của tỉnh"))
                .anySatisfy(target -> assertThat(target)
                        .contains("≥ 80%")
                        .contains("gia đình văn hóa")
                        .contains("giữ vững"))
                .anySatisfy(target -> assertThat(target).contains("≥ 95%").contains("cam kết"))
                .filteredOn(target -> target.contains("100%"))
                .hasSize(3);

        tab("Nhiệm vụ");
        assertThat(groups()).contains("Phòng Văn hóa và Thông tin huyện", "Ủy ban nhân dân các xã, thị trấn");
        if (paper.startsWith("src")) {
            // Known gap: in the plan itself the work of these two stands on the line of their name, where the reader
            // finds none.
            assertThat(groups()).contains("Phòng Giáo dục và Đào tạo huyện", "Phòng Y tế huyện");
        }
        tab("Lịch");
        assertThat(words()).contains("01 tháng 12").contains("Báo cáo");
    }

    @Test
    @DisplayName("Số của thị trấn Cao Thượng đi vào bảng chỉ tiêu và báo cáo Word, không sai một số")
    void aCommunesFiguresReachTheReportInWord() throws IOException {
        enterAs("planner.ty");
        Map<String, Line> before = reportInWord(2024);

        enterAs("reporter.ty");
        openReturn(PLAN_RETURN, 2024);
        assertThat(words()).contains("Bị trả lại");
        enter(Map.of("Hộ đăng ký", 3200, "Hộ được bình xét", 3170, "Hộ nghèo", 29, "Hộ cận nghèo", 41));
        send();

        enterAs("planner.ty");
        accept(PLAN_RETURN, 2024, "Thị trấn Cao Thượng");

        page.navigate("/indicators/scorecard?year=2024");
        page.locator(".matrix tr", new Page.LocatorOptions().setHasText("Thị trấn Cao Thượng"))
                .locator("a.dot")
                .nth(1)
                .click();
        assertThat(heading()).isEqualTo("Số này từ đâu ra?");
        assertThat(words()).contains("29 chia cho 3.341");

        Map<String, Line> after = reportInWord(2024);
        assertThat(after.get("Hộ đăng ký").figure())
                .isEqualTo(before.get("Hộ đăng ký").figure() + 3200);
        assertThat(after.get("Hộ được bình xét").figure())
                .isEqualTo(before.get("Hộ được bình xét").figure() + 3170);
        assertThat(after.get("Hộ nghèo").figure())
                .isEqualTo(before.get("Hộ nghèo").figure() + 29);
        assertThat(after.get("Hộ nghèo").units())
                .isNotEqualTo(before.get("Hộ nghèo").units());
    }
}

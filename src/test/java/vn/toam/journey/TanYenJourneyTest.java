package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    private void programme(Path paper, String name) {
        enterAs("planner.ty");
        upload(paper);
        assertThat(coloursInThePaper())
                .contains("k-target", "k-task", "k-agency", "k-duty", "k-deadline", "k-citation");
        acceptReading(30);
        issue(name, "115/KH-UBND", "2022-05-09", 2021, 2030, "Phòng Văn hóa và Thông tin huyện Tân Yên", "");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Kế hoạch trên giấy thành chương trình có chỉ tiêu hằng năm và báo cáo trước ngày 01/12")
    void thePaperBecomesAProgramme(Path paper) {
        programme(paper, "Công tác gia đình Tân Yên " + paper.getNameCount());

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
    @DisplayName(
            "Từ kế hoạch của huyện đến báo cáo Word năm 2024: số của thị trấn Cao Thượng vào đúng từng dòng, không sai một số")
    void fromThePaperToTheReportInWord() throws IOException {
        String name = "Kế hoạch xây dựng gia đình huyện Tân Yên 2021–2030";
        Map<String, Integer> figures =
                Map.of("Hộ đăng ký", 3200, "Hộ được bình xét", 3170, "Hộ nghèo", 29, "Hộ cận nghèo", 41);
        enterAs("planner.ty");
        ReportInWord before = reportInWord(name, 2024);

        enterAs("reporter.ty");
        openReturn(PLAN_RETURN, 2024);
        reopen();
        enter(figures);
        correct(Map.of("Hộ nghèo", 92));
        send();
        enterAs("planner.ty");
        sendBack(PLAN_RETURN, 2024, "Thị trấn Cao Thượng", "Số hộ nghèo chưa khớp với sổ theo dõi");

        enterAs("reporter.ty");
        openReturned(PLAN_RETURN, 2024);
        assertThat(words()).contains("Bị trả lại").contains("Số hộ nghèo chưa khớp với sổ theo dõi");
        correct(figures);
        send();

        enterAs("planner.ty");
        accept(PLAN_RETURN, 2024, "Thị trấn Cao Thượng");
        page.navigate("/indicators/scorecard?year=2024");
        String copied = copied("compare");
        assertThat(copied).containsPattern("Thị trấn Cao Thượng\\t[0-9.,–]+\\t[0-9.]+,[0-9]+\\t");
        assertThat(copiedWithoutClipboard("compare")).isEqualTo(copied);
        page.locator(".matrix tr", new Page.LocatorOptions().setHasText("Thị trấn Cao Thượng"))
                .locator("a.dot")
                .nth(1)
                .click();
        assertThat(heading()).isEqualTo("Số này từ đâu ra?");
        assertThat(words()).contains("29 chia cho 3.341");

        ReportInWord after = reportInWord(name, 2024);
        assertEntered(before, figures, after);
        assertThat(after.figures().get("Hộ nghèo").units())
                .isEqualTo(before.figures().get("Hộ nghèo").units());
        assertThat(after.text()).contains("thấp hơn bình quân của tỉnh");
        assertThat(after.target("hộ nghèo").standing()).isEqualTo("đạt");
    }

    /** What the keyboard copies of a table. */
    private String copied(String table) {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator("[data-copy='" + table + "']").press("Enter");
        page.getByText("Đã sao chép", new Page.GetByTextOptions().setExact(true))
                .waitFor();
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    /** The same where the browser offers pages no clipboard, as over plain http. */
    private String copiedWithoutClipboard(String table) {
        page.evaluate("navigator.clipboard.writeText('')");
        page.reload();
        page.evaluate("Object.defineProperty(Navigator.prototype, 'clipboard', {get: () => undefined})");
        page.locator("[data-copy='" + table + "']").press("Enter");
        page.getByText("Đã sao chép", new Page.GetByTextOptions().setExact(true))
                .waitFor();
        assertThat(page.evaluate("document.activeElement.dataset.copy")).isEqualTo(table);
        page.reload();
        return (String) page.evaluate("navigator.clipboard.readText()");
    }
}

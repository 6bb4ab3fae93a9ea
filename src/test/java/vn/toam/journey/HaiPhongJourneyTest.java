package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toam.shared.Numbers;

/** The plan of Hải Phòng city, 2022–2030: no figures, twelve groups of agencies, one report a year. */
@DisplayName("Hải Phòng: tổng hợp, báo cáo Ủy ban nhân dân thành phố và Bộ trước ngày 15/12 hằng năm")
class HaiPhongJourneyTest extends ReturnJourney {

    static Stream<Path> papers() {
        return papers("hai-phong.txt");
    }

    private static final int YEAR = Year.now(Numbers.ZONE).getValue();

    private void programme(Path paper, String name) {
        enterAs("planner.haiphong");
        upload(paper);
        assertThat(coloursInThePaper()).contains("k-agency", "k-duty", "k-deadline", "k-citation");
        acceptReading(30);
        issue(name, "100/KH-UBND", "2022-04-13", 2022, 2030, "Sở Văn hóa và Thể thao", "");
    }

    @ParameterizedTest
    @MethodSource("papers")
    @DisplayName("Mười hai nhóm cơ quan nhận việc của mình, báo cáo trước ngày 15/12")
    void thePaperBecomesAProgramme(Path paper) {
        programme(paper, "Công tác gia đình Hải Phòng " + paper.getNameCount());
        assertThat(words()).contains("Kế hoạch không đặt chỉ tiêu bằng số");

        tab("Nhiệm vụ");
        assertThat(groups())
                .as("groups of agencies")
                .contains(
                        "Sở Văn hóa và Thể thao",
                        "Sở Giáo dục và Đào tạo",
                        "Sở Lao động - Thương binh và Xã hội",
                        "Sở Y tế",
                        "Sở Tư pháp",
                        "Sở Thông tin và Truyền thông",
                        "Sở Tài chính",
                        "Công an thành phố",
                        "Báo Hải Phòng",
                        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố",
                        "Các Sở, ngành thành phố",
                        "Ủy ban nhân dân các quận, huyện");
        tab("Lịch");
        assertThat(words()).contains("15 tháng 12");
        tab("Căn cứ");
        assertThat(words()).contains("06-CT/TW").contains("2074/QĐ-TTg").contains("76-KH/TU");
    }

    @Test
    @DisplayName(
            "Từ giấy đến báo cáo Word năm nay: Công an báo việc, xã An Lão nhập, Sở tiếp nhận, báo cáo đúng từng số")
    void fromThePaperToTheReportInWord() throws IOException {
        String name = "Hải Phòng, từ giấy đến báo cáo";
        Map<String, Integer> figures = Map.of(
                "Hộ đăng ký", 2711,
                "Hộ được bình xét", 2680,
                "Hộ được công nhận", 2550,
                "Hộ nghèo", 17,
                "Câu lạc bộ phòng, chống bạo lực gia đình", 3);
        programme(paper("hai-phong.txt"), name);
        ReportInWord before = reportInWord(name, YEAR);

        enterAs("police.haiphong");
        reportTask(name, YEAR, "Công an các cấp", "Đã thống kê, xử lý 37 vụ việc");

        enterAs("reporter.anlao");
        openReturn(PLAN_RETURN, YEAR);
        assertThat(words()).contains("05/12/" + YEAR);
        enter(figures);
        nothingElseHappened();
        send();

        enterAs("reviewer.haiphong");
        accept(PLAN_RETURN, YEAR, "Xã An Lão");

        enterAs("planner.haiphong");
        ReportInWord report = reportInWord(name, YEAR);
        assertEntered(before, figures, report);
        assertThat(report.text())
                .as("the title of the plan is cited whole")
                .doesNotContain("…")
                .contains(
                        "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
                        "Công an",
                        "Đã thống kê, xử lý 37 vụ việc",
                        "Bộ Văn hóa, Thể thao và Du lịch");
    }

    @Test
    @DisplayName(
            "Sửa số đã tiếp nhận phải nêu lý do; số cũ vẫn được tính đến khi bản sửa được tiếp nhận, và vẫn đọc được")
    void anAmendedFigureReachesTheReportOnlyWhenAccepted() throws IOException {
        String name = "Kế hoạch xây dựng gia đình thành phố Hải Phòng 2022–2030";
        enterAs("reviewer.hp");
        ReportInWord before = reportInWord(name, 2024);

        enterAs("reporter.hp");
        openReturn(PLAN_RETURN, 2024);
        String address = page.url();
        String version = page.locator(".timeline a").last().getAttribute("href");
        page.locator("summary", new Page.LocatorOptions().setHasText("Sửa sau tiếp nhận"))
                .click();
        page.fill("#reason", "Rà soát lại danh sách hộ đăng ký");
        press("Mở để sửa");
        page.waitForSelector("#return");
        int old = Integer.parseInt(cell("Hộ đăng ký").inputValue().replace(".", ""));
        enter(Map.of("Hộ đăng ký", old + 11));
        explain("Hộ đăng ký", "Bổ sung 11 hộ mới tách");
        send();

        enterAs("reviewer.hp");
        assertThat(reportInWord(name, 2024).number("Hộ đăng ký"))
                .as("before it is accepted")
                .isEqualTo(before.number("Hộ đăng ký"));
        accept(PLAN_RETURN, 2024, "Thị trấn An Lão");
        assertThat(reportInWord(name, 2024).number("Hộ đăng ký")).isEqualTo(before.number("Hộ đăng ký") + 11);

        page.navigate(address);
        assertThat(figure("A1")).isEqualTo(old + 11);
        assertThat(words()).contains("Rà soát lại danh sách hộ đăng ký").contains("Bổ sung 11 hộ mới tách");
        page.navigate(version);
        assertThat(figure("A1")).as("what was accepted first").isEqualTo(old);
    }

    @Test
    @DisplayName("Sở tổng hợp báo cáo các xã gửi Bộ: lấy số tổng hợp, sửa một số phải ghi chú, Bộ tiếp nhận")
    void theProvinceConsolidatesItsCommunesAndSendsUp() {
        enterAs("planner.bn");
        openReturn(PROVINCE_RETURN, Year.now(Numbers.ZONE).getValue());
        assertThat(page.locator(".gather:has(button[value=below])").innerText())
                .containsPattern("Tổng hợp từ \\d+/\\d+ báo cáo");
        int households = gathered("F1");
        int sessions = gathered("M1.6");
        cell("M1.6").fill(String.valueOf(sessions + 5));
        assertThat(row("M1.6").locator(".apart").innerText()).isEqualTo("+5");

        press("Lấy số tổng hợp");
        assertThat(entered("F1")).isEqualTo(households);
        assertThat(entered("M1.6")).as("what was typed stays").isEqualTo(sessions + 5);
        page.locator("[data-do=undo]").click();
        assertThat(cell("F1").inputValue()).as("one step back").isEmpty();
        assertThat(entered("M1.6")).isEqualTo(sessions + 5);
        page.locator("[data-do=redo]").click();
        assertThat(entered("F1")).isEqualTo(households);
        saved();

        page.locator("#return button[value='submit']").click();
        assertThat(page.locator(".problems").innerText()).contains("M1.6").contains("cần ghi chú");
        complaints.removeIf(said -> said.contains("status of 422"));
        String address = page.url();
        page.navigate(address);
        explain("M1.6", "Năm cuộc do Sở tổ chức");
        send();

        enterAs("ministry");
        page.navigate(address);
        assertThat(words()).contains("Năm cuộc do Sở tổ chức");
        assertThat(figure("F1")).isEqualTo(households);
        page.locator("aside form[action$='/accept'] button").click();
        page.waitForSelector(".toast");
        assertThat(words()).contains("Đã tiếp nhận");
    }

    private int gathered(String line) {
        return Integer.parseInt(
                row(line).locator(".below").getAttribute("data-below").replace(".", ""));
    }

    private int entered(String line) {
        return Integer.parseInt(cell(line).inputValue().replace(".", ""));
    }

    /** A figure of a return that is only read, by the number of its line. */
    private int figure(String line) {
        return Integer.parseInt(page.locator("tr[data-field]")
                .filter(new Locator.FilterOptions().setHas(page.locator("td.line:text-is('" + line + "')")))
                .locator("td.cell strong")
                .innerText()
                .replace(".", ""));
    }
}

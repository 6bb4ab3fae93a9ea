package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toam.shared.Numbers;

/** A new plan of this year in the city of today, from the paper to the report: whoever must act hears of it, and what is late is urged. */
@DisplayName("Kế hoạch năm nay của thành phố Hải Phòng")
class ThisYearJourneyTest extends ReturnJourney {

    private static final LocalDate TODAY = LocalDate.now(Numbers.ZONE);
    private static final int YEAR = TODAY.getYear();

    /** Facts of no real plan; the days lie around today. */
    private static final String PAPER = """
            ỦY BAN NHÂN DÂN
            THÀNH PHỐ HẢI PHÒNG
            Số: 57/KH-UBND

            Hải Phòng, ngày 02 tháng 01 năm %1$d

            KẾ HOẠCH
            Phòng, chống bạo lực gia đình năm %1$d trên địa bàn thành phố Hải Phòng

            Căn cứ Luật Phòng, chống bạo lực gia đình số 13/2022/QH15 ngày 14/11/2022 của Quốc hội, Ủy ban nhân dân thành phố ban hành kế hoạch sau:

            I. MỤC TIÊU
            1. Tỷ lệ hộ gia đình ký cam kết không để xảy ra bạo lực gia đình đạt từ 95%% trở lên.

            II. TỔ CHỨC THỰC HIỆN
            1. Sở Văn hóa, Thể thao và Du lịch
            - Chủ trì, phối hợp với các Sở, ban, ngành triển khai thực hiện Kế hoạch.
            2. Công an thành phố
            - Thống kê các vụ bạo lực gia đình đã xử lý trong năm.
            3. Sở Y tế
            - Rà soát việc tiếp nhận, chăm sóc người bị bạo lực gia đình, hoàn thành trước ngày %2$s.

            Nơi nhận:
            - Bộ Văn hóa, Thể thao và Du lịch;
            - Các Sở, ban, ngành thành phố;
            - Lưu: VT.
            """;

    private static final String RESULT = "Đã thống kê 37 vụ việc (số làm mẫu)";

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "Tải lên, xem ai nhận việc gì, ban hành; Công an thấy việc, báo cáo kèm minh chứng; Sở tiếp nhận, đôn đốc; bảng chỉ tiêu; báo cáo Word")
    void fromThePaperToTheReport() throws IOException {
        String name = "Phòng, chống bạo lực gia đình Hải Phòng " + YEAR;
        enterAs("planner.haiphong");
        upload(Files.writeString(folder.resolve("ke-hoach.txt"), PAPER.formatted(YEAR, Numbers.date(late()))));
        acceptReading(30);
        page.locator(".review-do a[href$='/receivers']").click();
        page.waitForLoadState();
        assertThat(words())
                .contains("Công an thành phố Hải Phòng")
                .contains("Sở Y tế")
                .contains("Sở Văn hóa, Thể thao và Du lịch");
        String issue = page.url().replaceAll("/receivers$", "/issue");

        enterAs("leader.haiphong");
        page.navigate(issue);
        page.fill("#name", name);
        confirmIssuing();
        assertThat(words()).contains("Công an thành phố Hải Phòng").contains("Sở Y tế");
        String plan = page.url().replaceAll(".*/plans/([0-9a-f-]{36})/issued$", "$1");

        theyReportWithEvidence();
        theLeadAccepts();
        theLateAreUrged(plan);

        enterAs("planner.haiphong");
        page.navigate("/indicators/scorecard?plan=" + plan + "&year=" + YEAR);
        theTargetGetsItsIndicator();
        assertThat(reportInWord(name, YEAR).text()).contains(RESULT, "57/KH-UBND");
    }

    /** The police hear of their new task by the bell, and report it done with a file. */
    private void theyReportWithEvidence() throws IOException {
        enterAs("police.haiphong");
        fromTheBell("đã xử lý trong năm");
        page.check("input[name='status'][value='DONE']");
        page.fill("#text", RESULT);
        page.setInputFiles("#file", Files.writeString(folder.resolve("thong-ke.pdf"), "%PDF-1.4\n%%EOF\n"));
        page.click("form[action$='/report'] button.main");
        page.waitForSelector(".toast");
        assertThat(words()).contains("thong-ke.pdf");
    }

    private void theLeadAccepts() {
        enterAs("planner.haiphong");
        fromTheBell("đã xử lý trong năm");
        assertThat(words()).contains(RESULT).contains("thong-ke.pdf");
        page.locator("form[action$='/decision'] button.main").click();
        page.waitForSelector(".toast");
    }

    /** All that is late in the plan is urged at once, after a look at how many that are; who is late hears of it. */
    private void theLateAreUrged(String plan) {
        page.navigate("/plans/tasks?side=GIVEN&show=OVERDUE&plan=" + plan);
        assertThat(words()).contains("Sở Y tế");
        page.locator("#bulk button[value='true']:not([formaction])").first().click();
        page.waitForURL("**/plans/tasks/urge**");
        page.locator("form[action$='/urge'] button.main").click();
        page.waitForSelector(".toast");

        enterAs("health.haiphong");
        page.navigate("/coordination");
        assertThat(words()).contains("Rà soát việc tiếp nhận");
    }

    /** The paper's words name no indicator; the one most alike is offered, and chosen by a person: from then on the target has its coverage. */
    private void theTargetGetsItsIndicator() {
        String card = page.url();
        assertThat(words()).contains("95%").contains("Chưa có chỉ số nào đo chỉ tiêu này");
        page.locator("#targets a", new Page.LocatorOptions().setHasText("Chọn chỉ số"))
                .click();
        page.waitForURL("**/indicators/targets/**");
        assertThat(page.locator("#indicator option").nth(1).innerText().strip())
                .isEqualTo("Tỷ lệ hộ được tuyên truyền và cam kết");
        page.selectOption("#indicator", "households-pledged-rate");
        press("Dùng chỉ số này");
        page.waitForSelector(".toast");
        page.navigate(card);
        assertThat(page.locator("#targets tbody tr").innerText().replaceAll("\\s+", " "))
                .contains("95%")
                .containsPattern("\\d+/114 đơn vị");
    }

    /** Opens what the newest notice that says {@code words} leads to. */
    private void fromTheBell(String words) {
        page.locator("a.bell").click();
        page.locator(".notices button", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        page.waitForURL("**/plans/duties/**");
    }

    /** A day that is past, of this year where that can be. */
    private static LocalDate late() {
        LocalDate start = LocalDate.of(YEAR, 1, 3);
        LocalDate wanted = TODAY.minusDays(20);
        return wanted.isBefore(start) ? start : wanted;
    }
}

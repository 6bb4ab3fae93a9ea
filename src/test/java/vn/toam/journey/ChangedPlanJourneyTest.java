package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toam.shared.Numbers;

/** A plan in force is amended, one of its tasks is given to another agency, and in the end it is taken back: duties follow, who owes them hears of it. */
@DisplayName("Sửa đổi, chuyển nhiệm vụ, rút kế hoạch của thành phố Hải Phòng")
class ChangedPlanJourneyTest extends ReturnJourney {

    private static final LocalDate TODAY = LocalDate.now(Numbers.ZONE);
    private static final LocalDate FIRST = TODAY.plusDays(20);
    private static final LocalDate MOVED = TODAY.plusDays(27);

    private static final String PAPER = """
            ỦY BAN NHÂN DÂN
            THÀNH PHỐ HẢI PHÒNG
            Số: 58/KH-UBND

            Hải Phòng, ngày 05 tháng 01 năm %1$d

            KẾ HOẠCH
            Kiểm tra công tác phòng, chống bạo lực gia đình năm %1$d

            I. MỤC TIÊU
            1. 100%% địa chỉ tin cậy được kiểm tra.

            II. NHIỆM VỤ
            1. Kiểm tra
            - Sở Y tế chủ trì kiểm tra cơ sở tiếp nhận người bị bạo lực trước ngày %2$s.
            - Công an thành phố chủ trì lập danh sách vụ việc cần kiểm tra trước ngày %2$s.

            Nơi nhận:
            - Sở Y tế;
            - Lưu: VT.
            """;

    private static final String WHY_AMENDED = "Lùi thời hạn vì mưa bão; danh sách do ngành tư pháp lập";
    private static final String WHY_GIVEN = "Danh sách cần số liệu của công an";
    private static final String WHY_WITHDRAWN = "Nhập vào kế hoạch kiểm tra chung của thành phố";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("Mỗi lần thay đổi có lý do, có trong lịch sử; việc đi theo; cơ quan được báo")
    void everyChangeHasItsReasonAndWhoeverOwesATaskHearsOfIt() throws IOException {
        enterAs("planner.haiphong");
        upload(Files.writeString(
                folder.resolve("kiem-tra.txt"), PAPER.formatted(FIRST.getYear(), Numbers.date(FIRST))));
        acceptReading(30);
        page.navigate(page.url().replaceAll("/review.*$", "/issue"));
        page.fill("#periodTo", String.valueOf(MOVED.getYear()));
        page.fill("#standing", "Sở Văn hóa, Thể thao và Du lịch");
        confirmIssuing();
        String plan = page.url().replaceAll(".*/plans/([0-9a-f-]{36})/issued.*$", "/plans/$1");
        assertThat(words()).contains("Sở Y tế").contains("Công an thành phố Hải Phòng");

        amend(plan);
        told("health.haiphong", "Việc được điều chỉnh", Numbers.date(MOVED), WHY_AMENDED);
        told("justice.haiphong", "Việc mới", "danh sách vụ việc", "");
        told("police.haiphong", "Rút lại việc", "danh sách vụ việc", WHY_AMENDED);

        giveToThePolice(plan);
        told("police.haiphong", "Việc mới", "danh sách vụ việc", "");
        told("justice.haiphong", "Rút lại việc", "danh sách vụ việc", WHY_GIVEN);

        withdraw(plan);
        told("health.haiphong", "Rút lại việc", "kiểm tra cơ sở", WHY_WITHDRAWN);
        fromTheBell("kiểm tra cơ sở");
        assertThat(words()).contains("Đã rút lại").contains(WHY_WITHDRAWN);
        assertThat(page.locator("form[action$='/report']").count()).isZero();
    }

    /** Another day for one task, another agency for the other; the leader signs, the history tells all of it. */
    private void amend(String plan) {
        enterAs("planner.haiphong");
        page.navigate(plan + "/changes");
        press("Soạn bản sửa đổi");
        page.waitForURL("**/review");
        String draft = page.url().replaceAll("^.*(/plans/[0-9a-f-]{36})/review.*$", "$1");
        String task = page.locator(".item", new Page.LocatorOptions().setHasText("danh sách vụ việc"))
                .first()
                .getAttribute("data-e");
        page.navigate(draft + "/review?edit=" + task);
        page.fill("#LEAD", "Sở Tư pháp");
        press("Lưu và nhận");
        page.waitForLoadState();
        page.navigate(draft + "/receivers");
        Locator health = page.locator("li", new Page.LocatorOptions().setHasText("kiểm tra cơ sở"))
                .locator("form.when");
        health.first().locator("input[name='due']").fill(Numbers.date(MOVED));
        health.first().locator("button").click();
        page.waitForLoadState();
        page.navigate(draft + "/amend");
        assertThat(words()).contains(Numbers.date(MOVED)).contains("Sở Tư pháp");
        press("Trình ký");
        page.waitForSelector(".toast");

        enterAs("leader.haiphong");
        page.navigate(draft + "/amend");
        page.fill("#reason", WHY_AMENDED);
        page.fill("#number", "112/QĐ-UBND");
        page.fill("#date", TODAY.toString());
        press("Ban hành sửa đổi");
        page.waitForURL("**" + plan + "**");
        page.navigate(plan + "/changes");
        assertThat(words())
                .contains(WHY_AMENDED)
                .contains("112/QĐ-UBND")
                .contains(Numbers.date(FIRST) + " → " + Numbers.date(MOVED));
    }

    private void giveToThePolice(String plan) {
        enterAs("planner.haiphong");
        page.navigate(plan + "/tasks");
        page.locator("main a[href*='/tasks/']", new Page.LocatorOptions().setHasText("danh sách vụ việc"))
                .first()
                .click();
        page.locator("a[href$='/reassign']").click();
        page.waitForURL("**/reassign");
        page.fill("#q", "cong an thanh pho hai phong");
        press("Tìm");
        page.locator("#to label", new Page.LocatorOptions().setHasText("Công an thành phố Hải Phòng"))
                .first()
                .locator("input")
                .check();
        page.fill("#reason", WHY_GIVEN);
        press("Chuyển nhiệm vụ");
        page.waitForSelector(".toast");
        page.navigate(plan + "/changes");
        assertThat(words()).contains(WHY_GIVEN).contains("Sở Tư pháp").contains("→ Công an thành phố Hải Phòng");
    }

    private void withdraw(String plan) {
        enterAs("leader.haiphong");
        page.navigate(plan + "/changes");
        page.fill("form[action$='/withdraw'] #reason", WHY_WITHDRAWN);
        page.locator("form[action$='/withdraw'] button").click();
        page.waitForURL("**" + plan + "**");
        page.navigate(plan + "/changes");
        assertThat(words())
                .contains("không còn hiệu lực")
                .contains(WHY_WITHDRAWN)
                .contains(WHY_GIVEN)
                .contains(WHY_AMENDED);
    }

    /** The account sees what happened under its bell. */
    private void told(String account, String what, String which, String why) {
        enterAs(account);
        page.locator("a.bell").click();
        page.waitForURL("**/coordination**");
        assertThat(page.locator(".notices button").allInnerTexts())
                .as("what %s hears", account)
                .anySatisfy(
                        said -> assertThat(said).contains(what).contains(which).contains(why));
    }

    private void fromTheBell(String words) {
        page.locator(".notices button", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
        page.waitForURL("**/plans/duties/**");
    }
}

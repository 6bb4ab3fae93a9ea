package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.agency.AgencyService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Numbers;
import vn.toam.shared.TestClock;
import vn.toam.unit.UnitService;

/** One commune's year: what happens is kept in registers where it happens, and on 5 December the return stands filled. */
@DisplayName(
        "Một năm của xã Ngọk Bay: ghi sổ khi việc diễn ra, cuối năm biểu tự điền, tỉnh mở một con số đến tận tệp minh chứng")
class CommuneYearJourneyTest extends ReturnJourney {

    private static final int YEAR = Year.now(Numbers.ZONE).getValue();
    private static final String COMMUNE = "Xã Ngọk Bay";
    private static final String CLUB = "Câu lạc bộ Nếp nhà";
    private static final String TRAINING = "Tập huấn hòa giải trong gia đình";
    private static final String CAMPAIGN = "Ngày Gia đình Việt Nam ở xã, hành trình một năm";
    private static final String FESTIVAL = "Ngày hội Gia đình Việt Nam 28/6";
    private static final String INSPECTED = "Sinh hoạt các câu lạc bộ của xã";
    private static final String DIFFICULTY = "Chưa có mức chi cho sinh hoạt câu lạc bộ";
    private static final String ANSWER = "Chi theo dự toán đầu năm của xã";
    private static final String REASON = "Thêm một lớp tỉnh mở tại xã, sổ của tỉnh đã ghi";
    private static final Pattern TOTAL = Pattern.compile("([\\d.]+) câu lạc bộ.*?tính trên (\\d+)/(\\d+) đơn vị");

    @Autowired
    private UnitService units;

    @Autowired
    private AgencyService agencies;

    @TempDir
    private Path folder;

    private Unit commune;
    private int committee;
    private final Map<String, Long> before = new HashMap<>();

    @Test
    @DisplayName("Câu lạc bộ, sinh hoạt, tập huấn có danh sách, ngày 28/6, kiểm tra, kinh phí, khó khăn; rồi biểu năm")
    void fromWhatHappenedToTheFigureAndBack() throws IOException {
        LocalDate december = LocalDate.of(YEAR, 12, 5);
        TestClock.ahead(Duration.between(LocalDateTime.now(Numbers.ZONE), december.atTime(8, 0)));
        commune = units.byCode(Level.COMMUNE, "23317", december).orElseThrow();
        committee =
                agencies.ofKind(commune.id(), "UBND", december).orElseThrow().id();
        enterAs("reporter.ngokbay");
        whatIsCountedAlready();
        aClubIsFounded();
        itMeets("Sinh hoạt: ứng xử giữa ông bà và cháu", "05-12");
        itMeets("Sinh hoạt: phòng ngừa bạo lực", "11-12");
        aTrainingWithItsSheet();
        theDayOfTheFamily();
        anInspectionWithTwoFindings();
        money();
        aDifficultyIsRaisedAnsweredAndClosed();
        theReturnStandsFilledAndOneFigureIsAnother();
        theProvinceSeesWhoDiffersAndTheTotal();
        aFigureLeadsToItsProof();
    }

    /** The demonstration keeps records here; what the journey adds is held against them. */
    private void whatIsCountedAlready() {
        openReturn(PLAN_RETURN, YEAR);
        countAgain();
        for (String line : List.of("E4", "K1", "K4", "L4", "L5", "T1")) {
            before.put(line, counted(line));
        }
    }

    private static String day(String monthAndDay) {
        return YEAR + "-" + monthAndDay;
    }

    private void countAgain() {
        arrive(() -> press("Đếm lại"));
        page.locator(".toast", new Page.LocatorOptions().setHasText("đếm lại")).waitFor();
    }

    private long counted(String line) {
        Matcher figure = Pattern.compile("Đếm được ([\\d.]+)")
                .matcher(row(line).locator(".counted").first().innerText());
        assertThat(figure.find()).as(line).isTrue();
        return Long.parseLong(figure.group(1).replace(".", ""));
    }

    private void aClubIsFounded() {
        page.navigate("/registers");
        page.click("a[aria-label='Ghi mới: Câu lạc bộ, nhóm']");
        page.click(".actions button.main");
        page.waitForSelector("#problems");
        complaints.removeIf(said -> said.contains("status of 422"));
        page.fill("#f-name", CLUB);
        page.selectOption("#f-class", "CLUB");
        page.selectOption("#f-kind", "DV_PREVENTION");
        page.selectOption("#f-village", new SelectOption().setIndex(1));
        page.fill("#f-founded", day("03-10"));
        page.selectOption("#f-rhythm", "MONTHLY");
        page.fill("#f-families", "26");
        saved("community-group");
        move("ACTIVE", day("03-11"));
        assertThat(Look.at(page)).isEmpty();
    }

    private void blank(String register) {
        page.navigate("/registers/" + register + "/new?unit=" + commune.id());
    }

    /** Saves the form of a record; ends on its page. */
    private void saved(String register) {
        page.click(".actions button.main");
        page.waitForURL(Pattern.compile(".*/registers/" + register + "/\\d+/[0-9a-f-]{36}$"));
        page.waitForSelector(".timeline");
    }

    private void move(String state, String on) {
        move(step(state), state, on);
    }

    /** What leads a record into a state, opened. */
    private Locator step(String state) {
        Locator step = page.locator("details.dialog", new Page.LocatorOptions().setHas(page.locator("#on-" + state)));
        step.locator("summary").click();
        return step;
    }

    private void move(Locator step, String state, String on) {
        step.locator("#on-" + state).fill(on);
        step.locator("button.main").click();
        page.waitForSelector("#on-" + state, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        page.locator(".toast", new Page.LocatorOptions().setHasText("Đã chuyển bước"))
                .waitFor();
    }

    /** The form of an event of the club, filled but for how it was attended. */
    private void event(String kind, String title, String on) {
        blank("event");
        page.selectOption("#f-kind", kind);
        page.fill("#f-title", title);
        page.fill("#f-from", on);
        page.fill("#f-place", "Nhà văn hóa thôn (làm mẫu)");
        page.selectOption("#f-organiser", String.valueOf(committee));
        page.locator("#f-groups label", new Page.LocatorOptions().setHasText(CLUB))
                .locator("input")
                .check();
    }

    private void attended(String how, String many) {
        page.selectOption("#f-attendance", how);
        page.fill("#f-attended", many);
    }

    private void itMeets(String title, String on) {
        event("CLUB_MEETING", title, day(on));
        attended("COUNT", "30");
        saved("event");
        move("HELD", day(on));
    }

    private void aTrainingWithItsSheet() throws IOException {
        event("TRAINING", TRAINING, day("05-20"));
        attended("SHEET", "2");
        page.fill("[name='sheet.0.person']", "Người Mẫu Một (làm mẫu)");
        page.click("button[value='more.sheet']");
        page.waitForSelector("[name='sheet.1.person']");
        page.fill("[name='sheet.1.person']", "Người Mẫu Hai (làm mẫu)");
        saved("event");
        proof("danh-sach-ky-ten.png");
        move("HELD", day("05-20"));
        move("REPORTED", day("05-21"));
        assertThat(words()).contains("danh-sach-ky-ten.png", "Người Mẫu Hai (làm mẫu)", "Đã báo cáo");
    }

    private void proof(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        page.setInputFiles("#file", Files.write(folder.resolve(name), bytes.toByteArray()));
        press("Tải lên");
        page.locator(".toast", new Page.LocatorOptions().setHasText("Đã tải tệp lên"))
                .waitFor();
    }

    /** The campaign of 28/6 with its festival: the page of the campaign tells both. */
    private void theDayOfTheFamily() {
        blank("campaign");
        page.fill("#f-name", CAMPAIGN);
        page.selectOption("#f-observance", "FAMILY_DAY");
        page.fill("#f-from", day("06-20"));
        page.fill("#f-to", day("06-30"));
        page.fill("#f-result", "Ngày hội ở nhà văn hóa thôn, 120 lượt người dự.");
        saved("campaign");
        move("UNDER_WAY", day("06-20"));
        move("DONE", day("06-30"));
        event("FESTIVAL", FESTIVAL, day("06-28"));
        page.selectOption("#f-campaign", new SelectOption().setLabel(campaign()));
        attended("COUNT", "120");
        saved("event");
        move("HELD", day("06-28"));
        page.navigate("/campaigns?year=" + YEAR);
        page.locator("main a", new Page.LocatorOptions().setHasText("Ngày Gia đình Việt Nam"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/campaigns/[^?]+.*"));
        assertThat(words())
                .contains(
                        CAMPAIGN,
                        "Ngày hội, lễ phát động 0 1 0 120",
                        "Ngày hội ở nhà văn hóa thôn, 120 lượt người dự.");
    }

    /** What the choice of the journey's campaign says. */
    private String campaign() {
        return page.locator("#f-campaign option", new Page.LocatorOptions().setHasText(CAMPAIGN))
                .innerText();
    }

    private void anInspectionWithTwoFindings() throws IOException {
        blank("inspection");
        page.selectOption("#f-kind", "CHECK");
        page.fill("#f-subject", INSPECTED);
        page.fill("#f-from", day("09-10"));
        finding(0);
        page.click("button[value='more.findings']");
        page.waitForSelector("[name='findings.1.text']");
        finding(1);
        saved("inspection");
        proof("bien-ban.png");
        move("UNDER_WAY", day("09-10"));
        Locator concluded = step("CONCLUDED");
        concluded.locator("[name='minutes.number']").fill("04/BB-KT");
        concluded.locator("[name='minutes.date']").fill(day("09-11"));
        move(concluded, "CONCLUDED", day("09-11"));
        assertThat(words()).contains("Tồn tại, hạn chế và kiến nghị (2)", "04/BB-KT");
    }

    private void finding(int row) {
        String at = "[name='findings." + row + ".";
        page.fill(at + "text']", "Sổ sinh hoạt ghi thiếu, lần " + (row + 1));
        page.fill(at + "recommendation']", "Ghi bổ sung");
        page.fill(at + "responsible']", "Ban chủ nhiệm");
        page.fill(at + "due']", (YEAR + 1) + "-01-31");
    }

    private void money() {
        blank("budget-line");
        page.fill("#f-starts", day("01-01"));
        page.fill("#f-plan", "Kế hoạch công tác gia đình của xã");
        page.fill("#f-content", "Sinh hoạt câu lạc bộ, hành trình một năm");
        page.selectOption("#f-source", "STATE_BUDGET");
        page.selectOption("#f-area", "NONE");
        page.fill("#f-allotted", "20.000.000");
        saved("budget-line");
        move("ALLOTTED", day("01-15"));
        assertThat(words()).contains("20.000.000");
    }

    private void aDifficultyIsRaisedAnsweredAndClosed() {
        page.navigate("/difficulties/new");
        page.fill("#text", DIFFICULTY);
        press("Tiếp tục");
        page.locator("main a.button.main").click();
        page.waitForSelector("#f-topic");
        page.selectOption("#f-topic", "MONEY");
        page.fill("#f-raised", day("10-20"));
        saved("difficulty");
        enterAs("planner.qn");
        page.navigate("/difficulties");
        page.locator("main table a", new Page.LocatorOptions().setHasText(DIFFICULTY))
                .click();
        page.waitForSelector("#answer");
        page.fill("#answer", ANSWER);
        page.click("button[value='ANSWER']");
        page.waitForSelector(".toast");
        enterAs("reporter.ngokbay");
        page.navigate("/difficulties");
        page.locator("main table a", new Page.LocatorOptions().setHasText(DIFFICULTY))
                .click();
        page.waitForSelector("button[value='CLOSE']");
        assertThat(words()).contains("Đã trả lời", ANSWER);
        page.click("button[value='CLOSE']");
        page.waitForSelector(".toast");
        assertThat(words()).contains("Đã xong");
    }

    private void theReturnStandsFilledAndOneFigureIsAnother() {
        openReturn(PLAN_RETURN, YEAR);
        countAgain();
        Locator newer = page.locator("button[value='take.']");
        if (newer.count() > 0) {
            arrive(newer::click);
            page.locator(".toast").waitFor();
        }
        Map<String, Integer> added = new LinkedHashMap<>();
        added.put("E4", 1);
        added.put("K1", 1);
        added.put("K4", 2);
        added.put("L4", 1);
        added.put("L5", 2);
        added.put("T1", 20_000_000);
        added.forEach((line, more) -> {
            long count = before.get(line) + more;
            assertThat(counted(line)).as(line).isEqualTo(count);
            assertThat(cell(line).inputValue().replace(".", "")).as(line).isEqualTo(String.valueOf(count));
        });
        enter(Map.of("Hộ đăng ký", 1190, "Hộ được bình xét", 1170, "Hộ được công nhận", 1040, "Hộ nghèo", 101));
        cell("K1").fill(String.valueOf(before.get("K1") + 2));
        explain("K1", REASON);
        cell("K1").blur();
        saved();
        nothingElseHappened();
        send();
    }

    /** Clubs of the province and of how many communes: as long as the commune's return is not accepted, and right after. */
    private void theProvinceSeesWhoDiffersAndTheTotal() {
        enterAs("reviewer.qn");
        Matcher without = total();
        page.navigate("/collection?year=" + YEAR);
        page.locator(".rounds h2 a", new Page.LocatorOptions().setHasText(PLAN_RETURN))
                .first()
                .click();
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("Khác số đếm"))
                .click();
        page.waitForURL("**status=DIFFERS**");
        assertThat(words())
                .contains(COMMUNE, "báo cáo " + (before.get("K1") + 2) + ".", "Lý do: " + REASON)
                .contains("Đếm được " + (before.get("K1") + 1) + " từ sổ");
        accept(PLAN_RETURN, YEAR, COMMUNE);
        Matcher with = total();
        assertThat(number(with, 1)).isEqualTo(number(without, 1) + before.get("E4") + 1);
        assertThat(number(with, 2)).isEqualTo(number(without, 2) + 1);
        assertThat(number(with, 3)).isEqualTo(number(without, 3));
    }

    private Matcher total() {
        page.navigate("/indicators/dv-clubs?year=" + YEAR);
        Matcher total = TOTAL.matcher(words());
        assertThat(total.find()).as(words()).isTrue();
        return total;
    }

    private static long number(Matcher total, int group) {
        return Long.parseLong(total.group(group).replace(".", ""));
    }

    /** From the province's total down: what it is made of, the commune, its return, the records of a line, the training and its sheet. */
    private void aFigureLeadsToItsProof() {
        page.locator("main a", new Page.LocatorOptions().setHasText("Số này từ đâu ra?"))
                .click();
        page.locator("main table a", new Page.LocatorOptions().setHasText(COMMUNE))
                .first()
                .click();
        page.waitForLoadState();
        assertThat(words()).contains("Đếm được " + (before.get("E4") + 1) + " từ");
        page.locator("main a[href*='/collection/forms/']").first().click();
        page.waitForURL("**/collection/forms/**");
        String form = page.url();
        assertThat(page.locator("tr[data-field='trainings'] td.cell").innerText())
                .contains(String.valueOf(before.get("K1") + 2));
        page.locator("tr[data-field='trainings'] .counted a").first().click();
        page.waitForSelector("#records");
        assertThat(words()).contains("được đếm vào", ": " + (before.get("K1") + 1) + ".");
        record(TRAINING);
        assertThat(words()).contains("mỗi lần mở được ghi vào nhật ký").doesNotContain("Người Mẫu Hai");
        opens("Tệp 1");
        page.navigate(form);
        page.locator("tr[data-field='findings'] .counted a").first().click();
        page.waitForSelector("#records");
        record(INSPECTED);
        opens("bien-ban.png");
    }

    private void record(String name) {
        page.locator("#records th a", new Page.LocatorOptions().setHasText(name))
                .click();
        page.waitForSelector(".timeline");
    }

    private void opens(String name) {
        APIResponse file = page.request()
                .get(page.locator("a", new Page.LocatorOptions().setHasText(name))
                        .getAttribute("href"));
        assertThat(file.ok()).isTrue();
        assertThat(file.body()).startsWith(0x89, 'P', 'N', 'G');
    }
}

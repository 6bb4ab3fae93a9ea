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
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.register.RecordService;
import vn.toam.shared.Numbers;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;

/** One commune's year: what happens is kept in registers where it happens, and on 5 December the return stands filled. */
@DisplayName(
        "Một năm của xã Ngọk Bay: ghi sổ khi việc diễn ra, cuối năm biểu tự điền, tỉnh mở một con số đến tận tệp minh chứng")
class CommuneYearJourneyTest extends ReturnJourney {

    private static final int YEAR = Year.now(Numbers.ZONE).getValue();
    private static final String COMMUNE = "Xã Ngọk Bay";
    private static final String CLUB = "Câu lạc bộ Nếp nhà";
    private static final String TRAINING = "Tập huấn hòa giải trong gia đình";
    private static final String INSPECTED = "Sinh hoạt các câu lạc bộ của xã";
    private static final String REASON = "Thêm một lớp tỉnh mở tại xã, sổ của tỉnh đã ghi";

    @Autowired
    private UnitService units;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private RecordService records;

    @TempDir
    private Path folder;

    private Unit commune;
    private int committee;
    private LocalDate last;
    private final Map<String, Long> before = new HashMap<>();

    @Test
    @DisplayName("Câu lạc bộ, sinh hoạt, tập huấn có danh sách, ngày 28/6, kiểm tra, kinh phí, khó khăn; rồi biểu năm")
    void fromWhatHappenedToTheFigureAndBack() throws IOException {
        LocalDate today = LocalDate.now(Numbers.ZONE);
        commune = units.byCode(Level.COMMUNE, "23317", today).orElseThrow();
        committee = agencies.ofKind(commune.id(), "UBND", today).orElseThrow().id();
        enterAs("reporter.ngokbay");
        whatIsCountedAlready(today);
        String club = aClubIsFounded();
        itMeetsTwiceAndOnTheDayOfTheFamily(club);
        aTrainingWithItsSheet();
        anInspectionWithTwoFindings();
        money();
        aDifficultyIsAnswered(today);
        theReturnStandsFilledAndOneFigureIsAnother();
        theProvinceSeesWhoDiffersAndAccepts();
        aFigureLeadsToItsProof();
    }

    /** The demonstration keeps records here; what the journey adds is held against them. The link of a count says which days it counts. */
    private void whatIsCountedAlready(LocalDate today) {
        openReturn(PLAN_RETURN, YEAR);
        countAgain();
        for (String line : List.of("E4", "K1", "K4", "L4", "L5", "T1")) {
            before.put(line, counted(line));
        }
        Matcher to = Pattern.compile("to=(\\d{4}-\\d{2}-\\d{2})")
                .matcher(row("K1").locator(".counted a").first().getAttribute("href"));
        last = to.find() && LocalDate.parse(to.group(1)).isBefore(today) ? LocalDate.parse(to.group(1)) : today;
    }

    private String day(int before) {
        return last.minusDays(before).toString();
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

    private String aClubIsFounded() {
        page.navigate("/registers");
        page.click("a[aria-label='Ghi mới: Câu lạc bộ, nhóm']");
        page.click(".actions button.main");
        page.waitForSelector("#problems");
        complaints.removeIf(said -> said.contains("status of 422"));
        page.fill("#f-name", CLUB);
        page.selectOption("#f-class", "CLUB");
        page.selectOption("#f-kind", "DV_PREVENTION");
        page.selectOption("#f-village", new SelectOption().setIndex(1));
        page.fill("#f-founded", day(25));
        page.selectOption("#f-rhythm", "MONTHLY");
        page.fill("#f-families", "26");
        String path = saved("community-group");
        move("ACTIVE", day(24));
        assertThat(new Look().at(page, "register/record")).isEmpty();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Saves the form of a record; ends on its page. */
    private String saved(String register) {
        page.click(".actions button.main");
        page.waitForURL(Pattern.compile(".*/registers/" + register + "/\\d+/[0-9a-f-]{36}$"));
        page.waitForSelector(".timeline");
        return page.url();
    }

    private void move(String state, String on) {
        Locator step = page.locator("details.dialog", new Page.LocatorOptions().setHas(page.locator("#on-" + state)));
        step.locator("summary").click();
        step.locator("#on-" + state).fill(on);
        step.locator("button.main").click();
        page.waitForSelector("#on-" + state, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        page.locator(".toast", new Page.LocatorOptions().setHasText("Đã chuyển bước"))
                .waitFor();
    }

    private UUID event(String kind, String title, String on, String club) {
        Map<String, List<String>> typed = new HashMap<>(Map.of(
                "kind", List.of(kind),
                "title", List.of(title),
                "from", List.of(on),
                "organiser", List.of(String.valueOf(committee)),
                "groups", List.of(club),
                "attendance", List.of("COUNT"),
                "attended", List.of("30")));
        UUID id = UUID.randomUUID();
        Posts.at("REPORTER", commune.id()).run(() -> {
            records.create("event", commune.id(), null, id, typed);
            records.move(commune.id(), id, 1, "HELD", LocalDate.parse(on), "");
        });
        return id;
    }

    private void itMeetsTwiceAndOnTheDayOfTheFamily(String club) {
        event("CLUB_MEETING", "Sinh hoạt: ứng xử giữa ông bà và cháu", day(18), club);
        event("CLUB_MEETING", "Sinh hoạt: phòng ngừa bạo lực", day(4), club);
        event("CONTEST", "Ngày hội Gia đình Việt Nam 28/6", day(12), club);
    }

    private void aTrainingWithItsSheet() throws IOException {
        page.navigate("/registers/event/new?unit=" + commune.id());
        page.selectOption("#f-kind", "TRAINING");
        page.fill("#f-title", TRAINING);
        page.fill("#f-from", day(10));
        page.selectOption("#f-organiser", String.valueOf(committee));
        page.locator("#f-groups label", new Page.LocatorOptions().setHasText(CLUB))
                .locator("input")
                .check();
        page.selectOption("#f-attendance", "SHEET");
        page.fill("#f-attended", "2");
        page.fill("[name='sheet.0.person']", "Người Mẫu Một (làm mẫu)");
        page.click("button[value='more.sheet']");
        page.waitForSelector("[name='sheet.1.person']");
        page.fill("[name='sheet.1.person']", "Người Mẫu Hai (làm mẫu)");
        saved("event");
        proof(picture("danh-sach-ky-ten.png"));
        move("HELD", day(10));
        move("REPORTED", day(9));
        assertThat(words()).contains("danh-sach-ky-ten.png", "Người Mẫu Hai (làm mẫu)", "Đã báo cáo");
    }

    private void proof(Path file) {
        page.setInputFiles("#file", file);
        press("Tải lên");
        page.locator(".toast", new Page.LocatorOptions().setHasText("Đã tải tệp lên"))
                .waitFor();
    }

    private Path picture(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private void anInspectionWithTwoFindings() throws IOException {
        Map<String, List<String>> typed = new HashMap<>(Map.of(
                "kind", List.of("CHECK"),
                "subject", List.of(INSPECTED),
                "from", List.of(day(8)),
                "minutes.number", List.of("04/BB-KT"),
                "minutes.date", List.of(day(7))));
        for (int row = 0; row < 2; row++) {
            String at = "findings." + row + ".";
            typed.put(at + "text", List.of("Sổ sinh hoạt ghi thiếu, lần " + (row + 1)));
            typed.put(at + "recommendation", List.of("Ghi bổ sung"));
            typed.put(at + "responsible", List.of("Ban chủ nhiệm"));
            typed.put(at + "due", List.of(last.plusDays(60).toString()));
        }
        UUID id = UUID.randomUUID();
        byte[] minutes = Files.readAllBytes(picture("bien-ban.png"));
        Posts.at("REPORTER", commune.id()).run(() -> {
            records.create("inspection", commune.id(), null, id, typed);
            records.attach(commune.id(), id, "bien-ban.png", minutes);
        });
        page.navigate("/registers/inspection/" + commune.id() + "/" + id);
        move("UNDER_WAY", day(8));
        move("CONCLUDED", day(7));
        assertThat(words()).contains("Tồn tại, hạn chế và kiến nghị (2)", "04/BB-KT");
    }

    private void money() {
        UUID id = UUID.randomUUID();
        Map<String, List<String>> typed = Map.of(
                "starts", List.of(last.getYear() + "-01-01"),
                "plan", List.of("Kế hoạch công tác gia đình của xã"),
                "content", List.of("Sinh hoạt câu lạc bộ, hành trình một năm"),
                "source", List.of("STATE_BUDGET"),
                "area", List.of("NONE"),
                "allotted", List.of("20000000"));
        Posts.at("REPORTER", commune.id(), committee).run(() -> {
            records.create("budget-line", commune.id(), committee, id, typed);
            records.move(commune.id(), id, 1, "ALLOTTED", last.minusDays(2), "");
        });
    }

    private void aDifficultyIsAnswered(LocalDate today) {
        UUID id = UUID.randomUUID();
        Map<String, List<String>> typed = new HashMap<>(Map.of(
                "topic", List.of("MONEY"),
                "text", List.of("Chưa có mức chi cho sinh hoạt câu lạc bộ"),
                "raised", List.of(today.minusDays(3).toString()),
                "asked_of", List.of(String.valueOf(commune.parent()))));
        Posts.at("REPORTER", commune.id())
                .run(() -> records.create("difficulty", commune.id(), null, id, Map.copyOf(typed)));
        typed.put("answer", List.of("Chi theo dự toán đầu năm của xã"));
        typed.put("answered_on", List.of(today.toString()));
        Posts.at("PLANNER", java.util.Objects.requireNonNull(commune.parent())).run(() -> {
            records.change(commune.id(), id, 1, typed, "");
            records.move(commune.id(), id, 2, "ANSWERED", today, "");
        });
        page.navigate("/registers/difficulty/" + commune.id() + "/" + id);
        assertThat(words()).contains("Đã trả lời", "Chi theo dự toán đầu năm của xã");
        move("CLOSED", today.toString());
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

    private void theProvinceSeesWhoDiffersAndAccepts() {
        enterAs("reviewer.qn");
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
        String form = page.url();
        enterAs("planner.qn");
        page.navigate("/indicators/trace?indicator=dv-clubs&unit=" + commune.id() + "&year=" + YEAR);
        assertThat(words()).contains("Đếm được " + (before.get("E4") + 1) + " từ");
        page.navigate(form);
    }

    private void aFigureLeadsToItsProof() {
        String form = page.url();
        assertThat(page.locator("tr[data-field='trainings'] td.cell").innerText())
                .contains(String.valueOf(before.get("K1") + 2));
        page.locator("tr[data-field='trainings'] .counted a").first().click();
        page.waitForSelector("#records");
        assertThat(words()).contains("được đếm vào", ": " + (before.get("K1") + 1) + ".");
        page.locator("#records th a", new Page.LocatorOptions().setHasText(TRAINING))
                .click();
        page.waitForSelector(".timeline");
        assertThat(words()).contains("mỗi lần mở được ghi vào nhật ký").doesNotContain("Người Mẫu Hai");
        opens("Tệp 1");
        page.navigate(form);
        page.locator("tr[data-field='findings'] .counted a").first().click();
        page.waitForSelector("#records");
        page.locator("#records th a", new Page.LocatorOptions().setHasText(INSPECTED))
                .click();
        page.waitForSelector(".timeline");
        opens("bien-ban.png");
    }

    private void opens(String name) {
        APIResponse file = page.request()
                .get(page.locator("a", new Page.LocatorOptions().setHasText(name))
                        .getAttribute("href"));
        assertThat(file.ok()).isTrue();
        assertThat(file.body()).startsWith(0x89, 'P', 'N', 'G');
    }
}

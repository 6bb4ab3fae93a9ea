package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.Posts;
import vn.toam.collection.CollectionService;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.LibreOffice;
import vn.toam.unit.UnitService;

/** A department needs one small table from all its communes this week. */
@DisplayName("Trăm xã, một biểu nhỏ: lập, hỏi, nhập trên trang, khi mất mạng và bằng Excel, nhắc, bảng tổng hợp")
class OwnFormJourneyTest extends ReturnJourney {

    private static final String NAME = "Rà soát nhà tạm lánh sau bão";
    private static final String PASSWORD = "con thuyen nho tren song Cau";
    private static final String OFFLINE = "07339";
    private static final int BY_PAPER = 60;

    @Autowired
    private CollectionService collection;

    @Autowired
    private UnitService units;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private UUID round;
    private int expected;
    private String late;
    private String byExcel;

    /** What each commune said, by its code: all, usable, damaged, and whether there is money. */
    private final Map<String, List<String>> told = new TreeMap<>();

    @Test
    @DisplayName("Từ biểu trắng đến bảng tổng hợp của cả tỉnh")
    void aSmallFormFromMakingToItsTable() throws Exception {
        assumeTrue(LibreOffice.installed(), "LibreOffice is not installed");
        Map<String, String> once = accountsOfTwoCommunes();
        enterAs("planner.bn");
        make();
        ask();
        oneCommuneFillsItWithoutALine();
        oneCommuneSendsItsOwnWorkbook(once);
        enterAs("planner.bn");
        manyComeAsOneWorkbook();
        theRestIsUrged();
        theLateOneSeesItAndFillsThePage(once);
        whatWasSentIsAccepted();
        theTableHoldsWhatWasSentAndNothingElse();
    }

    /** From a table, with passwords for one use. */
    private Map<String, String> accountsOfTwoCommunes() {
        List<String> codes = codes();
        late = codes.getLast();
        byExcel = codes.get(codes.size() - 2);
        enterAs("admin.bn");
        page.navigate("/accounts/bulk");
        page.fill(
                "#text",
                "Mã đơn vị\tCơ quan\tChức danh\tTên đăng nhập\tVai trò\tThư điện tử\n"
                        + late + "\tPhòng Văn hóa - Xã hội\tCông chức\t\tREPORTER\t\n"
                        + byExcel + "\tPhòng Văn hóa - Xã hội\tCông chức\t\tREPORTER\t");
        press("Xem trước");
        page.locator("button:has-text('Lập 2 tài khoản')").click();
        page.waitForSelector("td code");
        List<String> cells = page.locator("td code").allInnerTexts();
        return Map.of(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    private void make() {
        page.navigate("/collection");
        page.click("a[href^='/ownform']");
        page.click("a[href^='/ownform/new']");
        assertThat(Look.at(page)).isEmpty();
        page.fill("#name", NAME);
        line(1, "Số nhà tạm lánh", "STOCK", "place");
        line(2, "Còn dùng được", "STOCK", "place");
        page.check("#part_2");
        line(3, "Đã hư hỏng", "STOCK", "place");
        page.check("#part_3");
        line(4, "Đã có kinh phí sửa chữa", "YES_NO", "");
        check("2 + 9");
        page.click(".actions button[value='save']");
        page.waitForSelector("#problems");
        complaints.removeIf(said -> said.contains("status of 422"));
        assertThat(page.locator(".row.wrong").innerText()).contains("Không có dòng 9");
        assertThat(page.inputValue("#name_3")).as("nothing typed is lost").isEqualTo("Đã hư hỏng");
        check("2 + 3");
        page.click(".actions button[value='save']");
        page.waitForSelector(".toast");
        assertThat(words()).contains("Biểu mẫu các đơn vị sẽ nhận", "Dòng 1 phải bằng tổng các dòng 2, 3.");
        assertThat(Look.at(page)).isEmpty();
    }

    private void line(int row, String name, String answer, String unit) {
        page.fill("#name_" + row, name);
        page.selectOption("#answer_" + row, answer);
        page.selectOption("#unit_" + row, unit);
    }

    private void check(String right) {
        page.fill("#left_1", "1");
        page.selectOption("#relation_1", "EQ");
        page.fill("#right_1", right);
    }

    private void ask() {
        page.fill("#occasion", "Theo công văn của Sở về rà soát sau bão");
        press("Gửi yêu cầu");
        page.waitForURL("**/collection/rounds/**");
        round = UUID.fromString(page.url().replaceAll(".*/rounds/([0-9a-f-]{36}).*", "$1"));
        expected = codes().size();
        assertThat(expected).isGreaterThan(90);
        assertThat(count("true")).as("all communes of the province").isEqualTo(expected);
    }

    private void oneCommuneFillsItWithoutALine() throws IOException {
        try (Line line = new Line(port)) {
            context.close();
            context = device(folder.resolve("profile"), line.port());
            page = context.pages().getFirst();
            enterAs("reporter.tanyen");
            openByNotice("Có biểu cần gửi");
            page.waitForFunction("() => document.getElementById('return')?.dataset.kept === 'yes'");
            line.cut();
            fill("7", "5", "2", "1");
            page.waitForFunction("() => document.getElementById('saved')?.dataset.state === 'device'");
            line.mend();
            page.waitForFunction("() => document.getElementById('saved')?.dataset.state === 'server'");
            send();
            context.close();
        }
        told.put(OFFLINE, List.of("7", "5", "2", "Có"));
        newVisitor();
    }

    private void oneCommuneSendsItsOwnWorkbook(Map<String, String> once) throws IOException {
        enterOnce("reporter." + byExcel, once);
        openByNotice("Có biểu cần gửi");
        String form = page.url();
        Path empty = page.waitForDownload(
                        () -> page.locator("a[href$='/form.xlsx']").click())
                .path();
        Path old = folder.resolve("bieu-xa.xls");
        OldWorkbook.of(
                empty,
                old,
                sheet -> OldWorkbook.down(
                        sheet,
                        Map.of(
                                "Số nhà tạm lánh",
                                4,
                                "Còn dùng được",
                                1,
                                "Đã hư hỏng",
                                3,
                                "Đã có kinh phí sửa chữa",
                                "Không")));
        page.locator("a[href^='/exchange?round=']").first().click();
        upload(old, "");
        page.navigate(form);
        send();
        told.put(byExcel, List.of("4", "1", "3", "Không"));
        context.close();
        newVisitor();
    }

    /** The province types what sixty communes sent on paper into its table and saves it in the old format. */
    private void manyComeAsOneWorkbook() throws IOException {
        List<String> codes = codes().stream()
                .filter(code -> !told.containsKey(code) && !code.equals(late))
                .limit(BY_PAPER)
                .toList();
        Path old = folder.resolve("tong-hop.xls");
        OldWorkbook.of(table(), old, sheet -> codes.forEach(code -> OldWorkbook.across(sheet, code, 3, 1, 2, "Không")));
        page.navigate("/exchange?round=" + round);
        upload(old, "Văn bản giấy của các xã, nhận qua bưu điện");
        codes.forEach(code -> told.put(code, List.of("3", "1", "2", "Không")));
        jdbc.sql("select unit, version from collection.submission where round = ? and status = 'DRAFT' and version > 0")
                .param(round)
                .query((row, number) -> new int[] {row.getInt("unit"), row.getInt("version")})
                .list()
                .forEach(each -> Posts.at("REPORTER", each[0])
                        .run(() -> collection.submit(
                                round, each[0], each[1], UUID.randomUUID().toString())));
    }

    private void upload(Path file, String proof) {
        page.setInputFiles("#file", file);
        page.click("form[action='/exchange/imports'] button.main");
        page.waitForURL("**/exchange/imports/*");
        page.locator("form[action$='/confirm'] button.main").waitFor();
        if (!proof.isEmpty()) {
            page.fill("#proof", proof);
        }
        page.click("form[action$='/confirm'] button.main");
        page.locator("a[href='/collection/rounds/" + round + "']").first().waitFor();
    }

    private void theRestIsUrged() {
        jdbc.sql("update round.round set due = ? where id = ?")
                .params(LocalDate.now(clock).minusDays(1), round)
                .update();
        page.navigate("/collection/rounds/" + round);
        page.locator("a[href^='/coordination/rounds/']").click();
        assertThat(words()).contains(NAME);
        page.locator("form[action$='/remind'] button.main").first().click();
        page.waitForSelector(".toast");
        assertThat(jdbc.sql("select count(*) from coordination.reminder where round = ?")
                        .param(round)
                        .query(Integer.class)
                        .single())
                .as("those who have not sent, and nobody else")
                .isEqualTo(expected - told.size());
    }

    private void theLateOneSeesItAndFillsThePage(Map<String, String> once) {
        enterOnce("reporter." + late, once);
        page.locator("a.bell").click();
        assertThat(page.locator("li.unread", new Page.LocatorOptions().setHasText(NAME))
                        .count())
                .as("asked, and urged")
                .isEqualTo(2);
        openByNotice("quá hạn");
        fill("9", "9", "0", "0");
        saved();
        send();
        told.put(late, List.of("9", "9", "0", "Không"));
    }

    private void whatWasSentIsAccepted() {
        enterAs("reviewer.bn");
        page.navigate("/collection/rounds/" + round + "/accept-all?unit=" + province());
        page.click("form[action$='/accept-all'] button.main");
        page.waitForSelector(".toast");
        assertThat(count("status = 'ACCEPTED'")).isEqualTo(told.size());
        assertThat(count("counted")).as("no total of the country takes them up").isZero();
    }

    private void theTableHoldsWhatWasSentAndNothingElse() throws Exception {
        enterAs("planner.bn");
        page.navigate("/ownform");
        assertThat(words()).contains(NAME, "đã yêu cầu báo cáo");
        String csv = new String(new LibreOffice(folder).csv(Files.readAllBytes(table())), StandardCharsets.UTF_8);
        Map<String, List<String>> shown = new TreeMap<>();
        int asked = 0;
        for (CSVRecord row : CSVFormat.DEFAULT.parse(new StringReader(csv))) {
            List<String> cells = row.toList();
            if (cells.getFirst().matches("\\d{5}")) {
                asked++;
                if (!cells.get(3).isEmpty()) {
                    shown.put(cells.getFirst(), new ArrayList<>(cells.subList(3, 7)));
                }
            }
        }
        assertThat(shown).isEqualTo(told).hasSize(BY_PAPER + 3);
        assertThat(asked).isEqualTo(expected);
    }

    /** The table of the round, from the list of the unit's forms. */
    private Path table() {
        page.navigate("/ownform");
        return page.waitForDownload(() -> page.locator("a[href*='" + round + "'][href$='/all.xlsx']")
                        .click())
                .path();
    }

    private void fill(String all, String usable, String damaged, String money) {
        cell("Số nhà tạm lánh").fill(all);
        cell("Còn dùng được").fill(usable);
        cell("Đã hư hỏng").fill(damaged);
        row("Đã có kinh phí").locator("select").selectOption(money);
    }

    /** Opens what a notice is about. */
    private void openByNotice(String words) {
        page.locator("a.bell").click();
        page.locator("button.notice", new Page.LocatorOptions().setHasText(NAME))
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        page.waitForURL("**/collection/forms/**");
    }

    /** Signs in with a password; one for one use is changed at once. */
    private void enterOnce(String username, Map<String, String> once) {
        context.clearCookies();
        page.navigate("/sign-in");
        page.fill("#username", username);
        page.fill("#password", once.get(username));
        page.click("form[action='/sign-in'] button");
        page.fill("#old", once.get(username));
        page.fill("#wanted", PASSWORD);
        page.fill("#again", PASSWORD);
        page.click("form[action='/accounts/me/password'] button.main");
        page.waitForSelector("a.bell");
    }

    private List<String> codes() {
        return units.children(province(), LocalDate.now(clock)).stream()
                .map(Unit::code)
                .sorted()
                .toList();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from collection.submission where round = ? and " + what)
                .param(round)
                .query(Integer.class)
                .single();
    }

    private int province() {
        return units.byCode(Level.PROVINCE, "24", LocalDate.now(clock))
                .orElseThrow()
                .id();
    }
}

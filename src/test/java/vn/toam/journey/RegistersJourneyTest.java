package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toam.access.Posts;
import vn.toam.geography.Level;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.round.RoundService;
import vn.toam.unit.UnitService;

/** A register that is one file of the catalog and no line of Java: kept, brought in, found, given out, counted, and traced back. */
@DisplayName(
        "Một sổ chưa từng có, chỉ là một tệp YAML: ghi, nhập từ bảng, tìm, xuất, đếm vào biểu và mở ngược về từng mục")
class RegistersJourneyTest extends Journey {

    private static final String KEEPER = "reporter.ngokbay";
    private static final Pattern COUNTED = Pattern.compile("Đếm được (\\d+) từ sổ\\s+Câu lạc bộ cờ vua");

    @Autowired
    private RoundService rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private UnitService units;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private int unit;

    @Test
    @DisplayName("Sổ câu lạc bộ cờ vua từ trang trống đến con số trong báo cáo năm")
    void aChessClubFromItsFirstRecordToTheFigureInTheReturn() throws IOException {
        enterAs(KEEPER);
        page.navigate("/registers");
        page.click("a:has-text('Câu lạc bộ cờ vua')");
        page.waitForURL(Pattern.compile(".*/registers/chess-club.*"));
        unit = Integer.parseInt(
                page.locator("a[href*='/chess-club/new']").getAttribute("href").replaceAll(".*unit=", ""));
        aRecordIsEntered();
        severalAreEnteredAtOnce();
        String address = aMessyTableComesIn();
        theyAreFoundWithAndWithoutMarks();
        theListIsGivenOutAndOpenedAgain();
        theyAreCountedIntoTheReturnAndTraced();
        theTableIsTakenBack(address);
        complaints.removeIf(said -> said.contains("status of 422"));
    }

    private void list() {
        page.navigate("/registers/chess-club?unit=" + unit);
        page.waitForSelector("h1");
    }

    private void aRecordIsEntered() {
        page.click("a[href*='/chess-club/new']");
        page.fill("#f-name", "Kỳ thủ Thử Nghiệm");
        page.selectOption("#f-kind", "BLITZ");
        page.fill("#f-founded", "2026-01-15");
        page.click("button.main");
        page.waitForSelector(".toast");
        assertThat(page.innerText("main")).contains("Kỳ thủ Thử Nghiệm", "Cờ chớp", "15/01/2026");
    }

    private void severalAreEnteredAtOnce() {
        list();
        page.click("a[href*='/chess-club/grid']");
        page.waitForSelector("table.grid");
        assertThat(Look.at(page)).isEmpty();
        page.fill("[name='r.0.name']", "Tượng Vàng Thử Nghiệm");
        page.selectOption("[name='r.0.kind']", "SLOW");
        page.fill("[name='r.0.founded']", "2026-02-01");
        page.fill("[name='r.1.name']", "Xe Bạc Thử Nghiệm");
        page.fill("[name='r.1.founded']", "2026-02-02");
        page.click("main form button.main");
        page.waitForSelector("#problems");
        assertThat(page.inputValue("[name='r.0.name']")).isEqualTo("Tượng Vàng Thử Nghiệm");
        page.selectOption("[name='r.1.kind']", "SLOW");
        page.click("main form button.main");
        page.waitForSelector(".toast");
        assertThat(page.innerText("main")).contains("Tượng Vàng Thử Nghiệm", "Xe Bạc Thử Nghiệm");
    }

    private String aMessyTableComesIn() throws IOException {
        Path file = folder.resolve("cau lac bo.csv");
        Files.writeString(file, """
                DANH SÁCH CÂU LẠC BỘ
                TT;Tên câu lạc bộ;Loại cờ;Ngày thành lập;Số kỳ thủ;Ghi chú thêm
                I. Khu trung tâm;;;;;
                1;Mã Đỏ Thử Nghiệm;co chop;05/3/2026;12;x
                2;KY THU THU NGHIEM;Cờ chớp;15/1/2026;20;
                3;Tốt Đen Thử Nghiệm;Cờ ngoài trời;6/3/2026;8;
                4;Hậu Xanh Thử Nghiệm;Cờ chớp;31/2/2026;8;
                ;Tổng cộng;;;48;
                """, StandardCharsets.UTF_8);
        list();
        page.click("a[href*='/chess-club/import']");
        page.waitForSelector("#file");
        assertThat(Look.at(page)).isEmpty();
        page.setInputFiles("#file", file);
        page.click("main form button.main");
        page.waitForSelector("#columns");
        assertThat(Look.at(page)).isEmpty();
        page.click("#columns button.main");
        page.waitForSelector("ul.units");
        assertThat(page.innerText("main"))
                .contains(
                        "2 mục sẽ được lưu",
                        "hàng 6, cột C",
                        "hàng 7, cột D",
                        "Không có ngày “31/2/2026”",
                        "Ghi chú thêm");
        assertThat(Look.at(page)).isEmpty();
        page.click("button.main:has-text('Lưu 2 mục')");
        page.waitForSelector("text=Đã lưu 2 mục");
        assertThat(Look.at(page)).isEmpty();
        return page.url();
    }

    private void theyAreFoundWithAndWithoutMarks() {
        for (String words : List.of("mã đỏ thử", "ma do thu")) {
            list();
            page.fill("#q", words);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*[?&]q=.*"));
            page.waitForSelector("#records");
            assertThat(names()).containsExactly("Mã Đỏ Thử Nghiệm");
        }
    }

    private List<String> names() {
        return page.locator("#records tbody th a").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    private void theListIsGivenOutAndOpenedAgain() throws IOException {
        list();
        List<String> shown = names();
        Download download = page.waitForDownload(
                () -> page.locator("a[href*='list.xlsx']").first().click());
        Path file = folder.resolve("so.xlsx");
        download.saveAs(file);
        List<String> given = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            DataFormatter format = new DataFormatter();
            book.getSheetAt(0).forEach(row -> given.add(format.formatCellValue(row.getCell(0))));
        }
        assertThat(given).containsAll(shown).contains("Tên câu lạc bộ", "Mã Đỏ Thử Nghiệm");
    }

    private void theyAreCountedIntoTheReturnAndTraced() {
        LocalDate today = LocalDate.now(clock);
        int province = units.ancestors(unit, today).stream()
                .filter(above -> above.level() == Level.PROVINCE)
                .findFirst()
                .orElseThrow()
                .id();
        Round round =
                Posts.at("REVIEWER", province).get(() -> rounds.open("chess-year", today.getYear(), province, ""));
        try {
            page.navigate("/collection/forms/" + round.id() + "/" + unit);
            page.waitForSelector("#return");
            Matcher counted = COUNTED.matcher(page.innerText("#return"));
            assertThat(counted.find())
                    .as("the line says what it was counted from")
                    .isTrue();
            int figure = Integer.parseInt(counted.group(1));
            page.locator("#return a[href*='/registers/chess-club']").first().click();
            page.waitForSelector("#records");
            assertThat(page.innerText("main")).contains(figure + " mục");
            assertThat(names())
                    .contains("Mã Đỏ Thử Nghiệm", "Kỳ thủ Thử Nghiệm", "Tượng Vàng Thử Nghiệm", "Xe Bạc Thử Nghiệm");
            page.click("a:has-text('Mã Đỏ Thử Nghiệm')");
            page.waitForSelector("h1:has-text('Mã Đỏ Thử Nghiệm')");
            assertThat(page.innerText("main")).contains("Nhập từ bảng", "Cờ chớp");
        } finally {
            Posts.at("REVIEWER", province).get(() -> changes.undo(round.id()) == null);
        }
    }

    private void theTableIsTakenBack(String address) {
        page.navigate(address);
        page.locator("details:has(form[action$='/undo']) > summary").click();
        page.click("form[action$='/undo'] button");
        page.waitForSelector("text=Đã rút lại");
        list();
        assertThat(names()).contains("Kỳ thủ Thử Nghiệm").doesNotContain("Mã Đỏ Thử Nghiệm");
    }

    @Test
    @DisplayName("Sở tự lập một sổ trên trang, xã nhập danh sách vào ngay hôm đó")
    void aRegisterMadeOnThePageTakesATableTheSameDay() throws IOException {
        enterAs("planner.qn");
        page.navigate("/registers/own");
        page.click("main a[href*='/registers/own/new']");
        page.fill("#name", "Điểm cờ công viên thử nghiệm");
        page.selectOption("#level", "COMMUNE");
        page.selectOption("#counts", "STOCK");
        field(1, "Tên điểm cờ", "TEXT", true);
        field(2, "Ngày mở", "DATE", true);
        field(3, "Số bàn", "INTEGER", false);
        page.selectOption("#unit_3", "item");
        page.click("main form .actions button.main");
        page.waitForSelector(".toast");

        enterAs(KEEPER);
        page.navigate("/registers");
        page.click("a:has-text('Điểm cờ công viên thử nghiệm')");
        page.click("a[href*='/import?']");
        Path file = folder.resolve("diem co.csv");
        Files.writeString(
                file,
                "Tên điểm cờ;Ngày mở;Số bàn\nGốc đa;1/2/2026;4\nBờ hồ;30/2/2026;2\nCổng chợ;3/2/2026;1.000\n",
                StandardCharsets.UTF_8);
        page.setInputFiles("#file", file);
        page.click("main form button.main");
        page.waitForSelector("#columns");
        page.click("#columns button.main");
        page.waitForSelector("button.main:has-text('Lưu 2 mục')");
        page.click("button.main:has-text('Lưu 2 mục')");
        page.waitForSelector("text=Đã lưu 2 mục");
        page.click("a:has-text('Mở sổ')");
        page.waitForSelector("#records");
        assertThat(names()).containsExactlyInAnyOrder("Gốc đa", "Cổng chợ");
        assertThat(page.innerText("#records tfoot")).contains("1.004");
        page.fill("#q", "goc da");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*q=goc.*"));
        page.waitForSelector("#records");
        assertThat(names()).containsExactly("Gốc đa");
    }

    private void field(int row, String name, String type, boolean required) {
        page.fill("#name_" + row, name);
        page.selectOption("#type_" + row, type);
        if (required) {
            page.check("[name=required_" + row + "]");
        }
    }
}

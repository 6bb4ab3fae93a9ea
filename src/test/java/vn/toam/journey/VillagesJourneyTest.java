package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.geography.Level;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** The villages of a commune are entered from the table that it has, and two are merged. */
@DisplayName("Thôn của một xã: từ danh sách trống đến mười hai thôn từ bảng, sáp nhập, hoàn tác")
class VillagesJourneyTest extends Journey {

    @Autowired
    private UnitService units;

    @Autowired
    private Villages villages;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private int commune;
    private LocalDate today;

    @Test
    @DisplayName("Mười hai thôn từ một bảng, rồi hai thôn sáp nhập")
    void fromAnEmptyListToTwelveVillagesAndAMerger() throws IOException {
        today = LocalDate.of(2026, 11, 30);
        int province = units.byCode(Level.PROVINCE, "31", today).orElseThrow().id();
        commune = units.communesBelow(province, today).getLast().id();
        jdbc.sql("delete from village.period where province = 31 and unit = ?")
                .param(commune)
                .update();
        enterAs("admin.haiphong");
        page.navigate("/units/" + commune);
        page.click("a[href$='/villages']");
        assertThat(page.innerText("main")).contains("Chưa có thôn, tổ dân phố nào");
        assertThat(Look.at(page)).isEmpty();
        aTableWithMistakes();
        itIsMendedAndSaved();
        twoAreMerged();
        theMergerIsTakenBack();
        complaints.removeIf(said -> said.contains("status of 422")); // the browser may say it after the page was left
    }

    private void aTableWithMistakes() throws IOException {
        String rows = IntStream.rangeClosed(1, 11)
                .mapToObj(no -> no + ";Làng Mẫu " + no + ";Người Mẫu " + no + ";091234567" + no % 10 + ";" + (40 + no))
                .collect(Collectors.joining("\n"));
        Path file = folder.resolve("thon.csv");
        Files.writeString(
                file,
                "DANH SÁCH THÔN, LÀNG\nTT;Tên thôn, làng;Trưởng thôn;Điện thoại;Số hộ\n" + rows
                        + "\n12;Làng Mẫu 12;Người Mẫu 12;gọi cho ủy ban;52\n;Tổng cộng;;;555\n",
                StandardCharsets.UTF_8);
        page.click("a[href$='/villages/table']");
        assertThat(Look.at(page)).isEmpty();
        page.setInputFiles("#file", file);
        page.click("button.main");
        page.waitForSelector("h2:has-text('Xem trước: 12 dòng')");
        assertThat(page.innerText("main"))
                .contains("Mới 11", "sai 1", "thon.csv, dòng 14, cột “Điện thoại của trưởng thôn, tổ trưởng”");
        assertThat(Look.at(page)).isEmpty();
        page.click("button[name=confirm]");
        complaints.removeIf(said -> said.contains("status of 422"));
        assertThat(page.innerText("#problems")).contains("Chưa có gì được lưu");
        assertThat(names()).isEmpty();
    }

    private void itIsMendedAndSaved() throws IOException {
        page.navigate("/units/" + commune + "/villages/table");
        page.fill(
                "#text",
                "Tên thôn, làng\tTrưởng thôn\tSố hộ\n"
                        + IntStream.rangeClosed(1, 12)
                                .mapToObj(no -> "Làng Mẫu " + no + "\tNgười Mẫu " + no + "\t" + (40 + no))
                                .collect(Collectors.joining("\n")));
        page.click("button.main");
        page.waitForSelector("h2:has-text('Xem trước: 12 dòng')");
        page.click("button[name=confirm]");
        page.waitForURL("**/villages");
        assertThat(page.locator("#villages tbody tr").count()).isEqualTo(12);
        assertThat(page.innerText("#villages tfoot")).contains("12 thôn, tổ dân phố", "558");
        assertThat(names()).hasSize(12).first().isEqualTo("Làng Mẫu 1");
        page.fill("#q", "mau 12");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*q=mau.*"));
        assertThat(page.locator("#villages tbody tr").count()).isEqualTo(1);
    }

    private void twoAreMerged() {
        page.navigate("/units/" + commune + "/villages/merge");
        assertThat(Look.at(page)).isEmpty();
        page.getByLabel("Làng Mẫu 11").check();
        page.getByLabel("Làng Mẫu 12").check();
        page.fill("#name", "Mẫu Chung");
        page.selectOption("#kind", "LANG");
        page.fill("#on", "2026-11-01");
        page.fill("#decision", "15/QĐ-UBND");
        page.click("button.main");
        page.waitForURL("**/villages/31/*");
        assertThat(page.innerText("main")).contains("Làng Mẫu Chung", "Được lập từ", "Làng Mẫu 11", "15/QĐ-UBND");
        assertThat(Look.at(page)).isEmpty();
        assertThat(names()).hasSize(11).contains("Làng Mẫu Chung").doesNotContain("Làng Mẫu 12");
    }

    private void theMergerIsTakenBack() {
        page.locator("form[action$='/undo'] button").first().click();
        page.waitForURL("**/units/" + commune + "/villages");
        assertThat(names()).hasSize(12).contains("Làng Mẫu 12");
    }

    private List<String> names() {
        return villages.of(commune, today).stream()
                .map(Village::fullName)
                .map(name -> name.vi())
                .toList();
    }
}

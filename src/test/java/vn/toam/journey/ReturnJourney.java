package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** The words of the second half of a journey: a commune's figures climb to acceptance, the scorecard and the report in Word. */
abstract class ReturnJourney extends Journey {

    protected static final String PLAN_RETURN = "Báo cáo năm thực hiện kế hoạch công tác gia đình (cấp xã)";

    /** A line of the report's tables: this year's figure and from how many units. */
    record Line(long figure, String units) {}

    /** Opens the commune's own return of a year. */
    protected void openReturn(String form, int year) {
        page.navigate("/collection?year=" + year);
        page.locator(".rounds h2 a", new Page.LocatorOptions().setHasText(form)).click();
        page.waitForURL("**/collection/forms/**");
    }

    /** Types figures, each into its cell by the name of its line, and waits until they are kept. */
    protected void enter(Map<String, Integer> figures) {
        figures.forEach((line, figure) -> cell(line).fill(String.valueOf(figure)));
        cell(figures.keySet().iterator().next()).blur();
        page.waitForFunction("() => document.getElementById('saved').dataset.state === 'server'");
    }

    private Locator cell(String line) {
        return page.getByLabel(line, new Page.GetByLabelOptions().setExact(false))
                .and(page.locator("#return td.cell input"))
                .first();
    }

    protected void send() {
        page.locator("#return button[value='submit']").click();
        page.locator(".toast", new Page.LocatorOptions().setHasText("Đã gửi")).waitFor();
        assertThat(words()).contains("Chờ tiếp nhận");
    }

    /** Finds a unit's return among those waiting in a year's round and accepts it. */
    protected void accept(String form, int year, String unit) {
        page.navigate("/collection?year=" + year);
        page.locator(".rounds h2 a", new Page.LocatorOptions().setHasText(form))
                .first()
                .click();
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("Chờ tiếp nhận"))
                .click();
        page.fill("#words", unit);
        press("Tìm");
        page.locator("form[action$='/accept'] tbody th a", new Page.LocatorOptions().setHasText(unit))
                .first()
                .click();
        page.waitForURL("**/collection/forms/**");
        page.locator("aside form[action$='/accept'] button").click();
        page.waitForSelector(".toast");
        assertThat(words()).contains("Đã tiếp nhận");
    }

    /** Makes the yearly report of the account's own programme as a Word file and reads its tables back. */
    protected Map<String, Line> reportInWord(int year) throws IOException {
        page.navigate("/output");
        String report = page.locator(".reports h2 a").first().getAttribute("href");
        page.navigate(report.replaceAll("\\d{4}$", String.valueOf(year)));
        Download download = page.waitForDownload(() -> press("Tải .docx"));
        assertThat(download.suggestedFilename()).endsWith(".docx");
        try (InputStream file = Files.newInputStream(download.path());
                XWPFDocument document = new XWPFDocument(file)) {
            return lines(document, year);
        }
    }

    private static Map<String, Line> lines(XWPFDocument document, int year) {
        Map<String, Line> lines = new HashMap<>();
        for (XWPFTable table : document.getTables()) {
            int figure = column(table, "Năm " + year);
            int units = column(table, "Số đơn vị");
            if (figure < 0 || units < 0) {
                continue;
            }
            for (XWPFTableRow row : table.getRows()) {
                if (row.getTableCells().size() <= units) {
                    continue;
                }
                String said = row.getCell(figure).getText().replace(".", "").strip();
                if (said.matches("\\d+")) {
                    String name = row.getCell(1).getText().replaceAll("^[–\\s]+", "");
                    lines.putIfAbsent(
                            name,
                            new Line(Long.parseLong(said), row.getCell(units).getText()));
                }
            }
        }
        return lines;
    }

    private static int column(XWPFTable table, String head) {
        XWPFTableRow first = table.getRow(0);
        for (int i = 0; i < first.getTableCells().size(); i++) {
            if (first.getCell(i).getText().equals(head)) {
                return i;
            }
        }
        return -1;
    }
}

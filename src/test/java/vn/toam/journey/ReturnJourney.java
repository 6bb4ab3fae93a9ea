package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The words of the second half of a journey: a commune's figures climb to acceptance, the scorecard and the report in Word. */
abstract class ReturnJourney extends Journey {

    /** What the return that was opened last held when it was opened again after acceptance: it counted until now. */
    private final Map<String, Integer> counted = new HashMap<>();

    private boolean amended;

    protected static final String PLAN_RETURN = "Báo cáo năm thực hiện kế hoạch công tác gia đình (cấp xã)";
    protected static final String VIOLENCE_RETURN = "Báo cáo năm về gia đình và phòng, chống bạo lực gia đình (cấp xã)";

    protected static final String PROVINCE_RETURN =
            "Báo cáo năm về gia đình và phòng, chống bạo lực gia đình (cấp tỉnh)";

    /** Asks all communes of the account's unit for their returns of a year, by the dates of a calendar. */
    protected void askFor(String form, int year, String calendar) {
        page.navigate("/collection/rounds/new");
        page.selectOption("#form", new SelectOption().setLabel(form));
        page.fill("#year", String.valueOf(year));
        page.selectOption("#calendar", new SelectOption().setLabel(calendar));
        press("Mở đợt");
        page.locator(".toast", new Page.LocatorOptions().setHasText("Đã mở đợt báo cáo"))
                .waitFor();
    }

    /** Opens the unit's own return of a year. */
    protected void openReturn(String form, int year) {
        openReturned(form, year);
        counted.clear();
        amended = false;
    }

    /** Opens it once more, after it came back: what counted when it was opened first still does. */
    protected void openReturned(String form, int year) {
        page.navigate("/collection?year=" + year);
        page.locator(".rounds h2 a", new Page.LocatorOptions().setHasText(form)).click();
        page.waitForURL("**/collection/forms/**");
    }

    /** Types other figures into a return that came back. */
    protected void correct(Map<String, Integer> figures) {
        figures.forEach((line, figure) -> cell(line).fill(String.valueOf(figure)));
        cell(figures.keySet().iterator().next()).blur();
        saved();
    }

    /** Opens the return again when it was sent or accepted: what it holds counts until the amended one is accepted. */
    protected void reopen() {
        page.waitForLoadState();
        Locator waiting = page.locator("form[action$='/recall'] button");
        if (waiting.count() > 0) {
            waiting.first().click();
            page.waitForSelector("#return td.cell input");
        }
        Locator again = page.locator("form[action$='/amend']");
        amended = again.count() > 0;
        if (amended) {
            page.locator("details:has(form[action$='/amend']) > summary").click();
            again.locator("textarea").fill("Sửa theo sổ theo dõi của xã");
            again.locator("button").click();
            page.waitForSelector("#return td.cell input");
        }
    }

    /** Types figures, each into its cell by the name or the number of its line, and waits until they are kept. */
    protected void enter(Map<String, Integer> figures) {
        figures.forEach((line, figure) -> {
            String before = amended ? cell(line).inputValue().replace(".", "") : "";
            counted.put(line, before.isBlank() ? 0 : Integer.parseInt(before));
            cell(line).fill(String.valueOf(figure));
        });
        if (amended) {
            figures.keySet().forEach(line -> explain(line, "Theo sổ theo dõi của xã"));
        }
        cell(figures.keySet().iterator().next()).blur();
        saved();
    }

    /** Waits until everything that was typed is on the server; what was typed a moment ago too. */
    protected void saved() {
        page.waitForSelector("#saved[aria-busy=false]:is([data-state=server], [data-state=ready])");
    }

    /** Says that nothing happened on the lines that are still blank. */
    protected void nothingElseHappened() {
        arrive(() -> press("Ghi 0 vào ô trống"));
        page.locator(".toast", new Page.LocatorOptions().setHasText("Đã lưu")).waitFor();
        page.evaluate("""
                () => { for (const row of document.querySelectorAll('#return tr[data-field]')) {
                    const cell = row.querySelector('td.cell input, td.cell select'), note = row.querySelector('[name^=n_]');
                    if (!cell || cell.value) continue;
                    for (const [input, text] of [[cell, '0'], [note, 'Đã rà soát, năm nay không còn']]) {
                      input.value = text;
                      input.dispatchEvent(new Event('input', { bubbles: true }));
                    } } }""");
        saved();
    }

    /** Lines without a figure that need one. */
    protected int blankCells() {
        return (int)
                page.evaluate(
                        "() => [...document.querySelectorAll('#return tr:not([data-optional]) td.cell input')].filter(cell => !cell.value).length");
    }

    /** Sends a unit's return of a year back, and says why. */
    protected void sendBack(String form, int year, String unit, String why) {
        openWaiting(form, year, unit);
        page.fill("aside form[action$='/return'] textarea", why);
        page.locator("aside form[action$='/return'] button").click();
        page.waitForSelector(".toast");
        assertThat(words()).contains("Bị trả lại");
    }

    /** Says on every line that registers count where its figure is from, so that another figure than the count may be sent. */
    private void explainCounted() {
        page.evaluate("""
                () => { for (const row of document.querySelectorAll('#return tr:has(.said.counted)')) {
                    const note = row.querySelector('[name^=n_]');
                    if (!note || note.value) continue;
                    note.value = 'Theo sổ theo dõi của xã';
                    note.dispatchEvent(new Event('input', { bubbles: true })); } }""");
        saved();
    }

    /** Writes why beside a line, named by its words or its number. */
    protected void explain(String line, String why) {
        row(line).locator("input[name^='n_']").fill(why);
    }

    protected Locator cell(String line) {
        return row(line).locator("td.cell input");
    }

    protected Locator row(String line) {
        Locator rows = page.locator("#return tr[data-field]");
        return line.matches("[A-Z][\\d.]+")
                ? rows.filter(new Locator.FilterOptions().setHas(page.locator("td.line:text-is('" + line + "')")))
                : rows.filter(new Locator.FilterOptions().setHas(page.locator("th label:has-text('" + line + "')")))
                        .first();
    }

    protected void send() {
        explainCounted();
        page.locator("#return button[value='submit']").click();
        page.locator(".toast:has-text('Đã gửi'), .problems").first().waitFor();
        assertThat(page.locator(".problems").allInnerTexts()).as("obstacles").isEmpty();
        assertThat(words()).contains("Chờ tiếp nhận");
    }

    /** Opens the tasks of a year of a programme: the agencies owe them from now on. */
    protected void openTasks(String programme, int year) {
        open(programme);
        page.navigate(page.url() + "/tasks?year=" + year);
        press("Giao việc năm " + year);
        page.waitForSelector(".toast");
    }

    /** Reports the own agency's first task of a programme and year that says {@code task} as done. */
    protected void reportTask(String programme, int year, String task, String result) {
        page.navigate("/plans/tasks?side=MINE&show=OPEN&from=" + year + "-01-01&to=" + year + "-12-31");
        page.locator(".duties tbody tr", new Page.LocatorOptions().setHasText(programme))
                .locator("a", new Locator.LocatorOptions().setHasText(task))
                .first()
                .click();
        page.check("input[name='status'][value='DONE']");
        page.fill("#text", result);
        press("Lưu báo cáo");
        page.waitForSelector(".toast");
    }

    /** Finds a unit's return among those waiting in a year's round and accepts it. */
    protected void accept(String form, int year, String unit) {
        openWaiting(form, year, unit);
        page.locator("aside form[action$='/accept'] button").click();
        page.waitForSelector(".toast");
        assertThat(words()).contains("Đã tiếp nhận");
    }

    private void openWaiting(String form, int year, String unit) {
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
    }

    /** Makes the yearly report of a programme as a Word file and reads the file. */
    protected ReportInWord reportInWord(String programme, int year) throws IOException {
        page.navigate("/output");
        String report = page.locator("#reports th a", new Page.LocatorOptions().setHasText(programme))
                .first()
                .getAttribute("href");
        page.navigate(report.replaceAll("\\d{4}$", String.valueOf(year)));
        Download download = page.waitForDownload(() -> press("Tải .docx"));
        assertThat(download.suggestedFilename()).endsWith(".docx");
        return ReportInWord.read(download.path());
    }

    /** Every figure that was entered stands in the report in the place of what counted before, and nothing else was added. */
    protected void assertEntered(ReportInWord before, Map<String, Integer> entered, ReportInWord after) {
        entered.forEach((line, figure) -> assertThat(after.number(line))
                .as(line)
                .isEqualTo(before.number(line) + figure - counted.getOrDefault(line, 0)));
    }
}

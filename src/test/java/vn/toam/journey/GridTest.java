package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The return as a spreadsheet: what people do in Excel they can do here. */
class GridTest extends ReturnJourney {

    /** As typed, the kind of the line, as it then stands in the cell. */
    private static final String SPELLINGS = """
            1234 | whole | 1234
            1.234 | whole | 1.234
            1,234 | whole | 1,234
            7,000 | whole | 7,000
            12.0 | whole | 12
            1,234,567 | whole | 1.234.567
            1.234,50 | decimal | 1.234,50
            1,234.5 | decimal | 1.234,5
            12.5 | decimal | 12,5
            0.125 | decimal | 0,125
            1 234.5 | decimal | 1234,5
            12 13.5 | decimal | 12 13.5
            12 13.50 | whole | 12 13.50
            1 2.0 | whole | 1 2.0
            5 1,234,567 | whole | 5 1,234,567
            ~12 | whole | ~12
            12* | whole | 12*
            ≥5 | whole | ≥5
            12/15 | whole | 12/15
            1e3 | whole | 1e3
            (5) | whole | (5)
            １２ | whole | １２
            mười hai | whole | mười hai
            -5 | whole | -5
            Có | yes | 1
            không | yes | 0
            """;

    @BeforeEach
    void openTheReturn() {
        enterAs("reporter.tanyen");
        page.navigate("/collection");
        openReturn(VIOLENCE_RETURN, 2026);
    }

    @Test
    void onlyASpellingThatCanBeOneValueIsRewritten() {
        SPELLINGS
                .lines()
                .map(line -> List.of(line.split(" \\| ")))
                .forEach(row -> assertThat(page.evaluate(
                                "async ([text, kind]) => (await import('/static/paste.js')).figure(text, kind)",
                                row.subList(0, 2)))
                        .as(row.getFirst())
                        .isEqualTo(row.getLast()));
    }

    @Test
    void whatCouldBeTwoValuesStaysInItsCellWithAWordAndIsNotSent() {
        paste("F2", "7,000\n12,5\n1.200");
        unread();
        assertThat(List.of(typed("F2"), typed("F3"), typed("F4"))).containsExactly("7,000", "12,5", "1200");
        assertThat(row("F2").locator(".said.error").innerText()).contains("“7,000”", "chưa lưu");
        paste("F6", "1.5\n7.000");
        assertThat(row("F7").locator(".said.error").innerText()).contains("“7.000” chưa rõ");

        page.locator("#return button[value='submit']").click();
        page.waitForFunction("() => document.getElementById('saved').textContent.startsWith('Chưa gửi: còn 4 ô')");
        String address = page.url();
        page.navigate("/overview");
        page.navigate(address);
        unread();
        assertThat(typed("F2")).as("kept on this device").isEqualTo("7,000");
        for (String line : List.of("F2", "F3", "F4", "F6", "F7")) {
            cell(line).fill("");
        }
        saved();
    }

    @Test
    void aCellThatCannotBeReadHereIsTypedElsewhereAndCorrected() {
        paste("F2", "-\n5");
        unread();
        String address = page.url();
        try (BrowserContext other = context.browser().newContext()) {
            com.microsoft.playwright.Page elsewhere = other.newPage();
            elsewhere.navigate(address.substring(0, address.indexOf('/', 8)) + "/sign-in");
            elsewhere.click("form[action='/sign-in/demo'] button[value='reporter.tanyen']");
            elsewhere.navigate(address);
            Locator there = elsewhere.locator("[name=f_households_two_generation]");
            assertThat(there.inputValue()).as("nothing of it is on the server").isEmpty();
            there.fill("0");
            elsewhere.waitForFunction("() => document.getElementById('saved')?.dataset.state === 'server'");
        }
        page.navigate(address);
        page.locator(".clash").waitFor();
        assertThat(page.locator(".clash").innerText()).contains("Máy chủ: 0", "Bạn nhập: -");
        page.locator(".clash button").last().click();
        saved();
        assertThat(typed("F2")).isEqualTo("0");
        cell("F2").fill("");
        cell("F3").fill("");
        saved();
    }

    @Test
    void twoColumnsOfFiguresAreNeverLaidOverEachOther() {
        paste("F2", "1.200\t1.100\n35\t30");
        assertThat(List.of(typed("F2"), typed("F3"))).containsExactly("1200", "35");
        assertThat(row("F2").locator(".remark input").inputValue()).isEmpty();
        assertThat(page.locator("#pasted").innerText()).contains("Chỉ dán cột số đầu tiên");
        page.keyboard().press("Control+Z");
        paste("F2", "Hộ 2 thế hệ\t1.100\t1.200\nHộ mẹ và con\t30\t35");
        assertThat(typed("F2")).isEmpty();
        assertThat(page.locator("#pasted").innerText()).contains("Chưa dán", "2 cột số");
        saved();
    }

    @Test
    void aCopiedBlockIsTakenApartAsASpreadsheetMeansIt() {
        assertThat(page.evaluate("""
                async () => { const p = await import('/static/paste.js');
                  return JSON.stringify(p.block('a\\t"hai\\ndòng"\\r\\nb\\t2\\r\\n')); }""")).isEqualTo("[[\"a\",\"hai\\ndòng\"],[\"b\",\"2\"]]");
    }

    @Test
    void aBlockIsPastedUndoneAndDoneAgain() {
        paste("F2", "Dòng\tNăm 2026\tGhi chú\nHộ 2 thế hệ\t1.200\tđã rà soát\nHộ mẹ và con\t35\t");
        assertThat(List.of(typed("F2"), typed("F3"), typed("F4"))).containsExactly("Năm2026", "1200", "35");
        page.keyboard().press("Control+Z");
        assertThat(List.of(typed("F2"), typed("F3"), typed("F4"))).containsExactly("", "", "");

        paste("F3", "1.200\tđã rà soát\n35\t");
        assertThat(row("F3").locator(".remark input").inputValue()).isEqualTo("đã rà soát");
        page.locator("[data-do=undo]").click();
        assertThat(typed("F3") + typed("F4")).isEmpty();
        page.locator("[data-do=redo]").click();
        assertThat(typed("F4")).isEqualTo("35");
        page.locator("[data-do=undo]").click();
        saved();
    }

    @Test
    void whatIsTypedBeforeTheScriptArrivesIsSavedToo() {
        String address = page.url();
        context.close();
        newVisitor();
        enterAs("reporter.tanyen");
        List<Route> held = new ArrayList<>();
        page.route("**/static/collection.js", held::add);
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        cell("F8").fill("31");
        held.getFirst().resume();
        saved();

        page.unroute("**/static/collection.js");
        page.navigate(address);
        assertThat(typed("F8")).isEqualTo("31");
        cell("F8").fill("");
        saved();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1200, 1024, 800, 390})
    void noButtonMovesWhenWhatWasTypedIsSaved(int width) {
        page.setViewportSize(width, 800);
        Locator send = page.locator("#return button[value='submit']");
        cell("F8").fill("31");
        page.waitForFunction("() => document.getElementById('saved')?.dataset.state === 'device'");
        BoundingBox waiting = send.boundingBox();
        saved();
        BoundingBox saved = send.boundingBox();
        assertThat(List.of(saved.x, saved.y)).containsExactly(waiting.x, waiting.y);
        cell("F8").fill("");
        saved();
    }

    @Test
    void whatIsTypedWhileAnAnswerIsBeingKeptIsSentWithoutAnotherWord() {
        saved();
        page.evaluate("""
                () => { window.late = []; window.kept = 0;
                  const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
                  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { ...complete, set(then) {
                    complete.set.call(this, event => { if (++window.kept === 5) window.late.push(() => then(event)); else then(event); }); } }); }""");
        // five writes of the device: typed, taken, answered, nothing more to take, and (late) what is left
        cell("F8").fill("31");
        page.waitForFunction("() => window.kept === 5");
        cell("F4").fill("2");
        page.waitForFunction("() => window.kept === 6");
        cell("F4").blur();
        page.waitForFunction("since => performance.now() - since > 200", page.evaluate("performance.now()"));
        page.waitForResponse("**/cells", () -> page.evaluate("window.late.forEach(each => each())"));
        saved();
        cell("F8").fill("");
        cell("F4").fill("");
        saved();
    }

    @Test
    void keysMoveAsInASpreadsheet() {
        cell("F2").focus();
        page.keyboard().press("ArrowDown");
        assertThat(focused()).isEqualTo("f_households_mother_children");
        page.keyboard().press("ArrowRight");
        assertThat(focused()).isEqualTo("n_households_mother_children");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowLeft");
        page.keyboard().type("12");
        page.keyboard().press("Enter");
        page.keyboard().press("Shift+Enter");
        assertThat(focused()).isEqualTo("f_households_two_generation");
        assertThat(typed("F2")).isEqualTo("12");
        page.keyboard().press("Control+z");
        saved();
        assertThat(typed("F2")).isEmpty();
    }

    private Object focused() {
        return page.evaluate("document.activeElement.name");
    }

    private String typed(String line) {
        return cell(line).inputValue().replaceAll("[. ]", "");
    }

    private void unread() {
        page.waitForFunction("() => document.getElementById('saved')?.dataset.state === 'unread'");
    }

    private void paste(String line, String block) {
        cell(line).focus();
        page.evaluate("""
                block => { const data = new DataTransfer(); data.setData('text', block);
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""", block);
    }
}

package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words in which journeys are told: what an official does on the screens, from a plan on paper to the programme in force. */
abstract class Journey extends BrowserTest {

    /** Our own short paper with the facts of a plan and, where the plan itself lies beside the repository, the plan. */
    static Stream<Path> papers(String name) {
        return Stream.of(Path.of("src/test/resources/journey", name), Path.of("../shared/sources", name))
                .filter(Files::isRegularFile);
    }

    /** The plan itself where it lies beside the repository, else our own paper. */
    static Path paper(String name) {
        return papers(name).reduce((own, real) -> real).orElseThrow();
    }

    /** Uploads a paper, and says that it is another plan where one like it is here; ends on the page where its reading is checked against it. */
    protected void upload(Path paper) {
        page.navigate("/plans/new");
        page.setInputFiles("#file", paper);
        press("Đọc kế hoạch");
        page.waitForURL(Pattern.compile(".*/(review|new/[^/]+)$"));
        if (!page.url().endsWith("/review")) {
            page.check("[name=another]");
            page.click("#go-on");
            page.waitForURL("**/review");
        }
    }

    /** Kinds of finding that the paper shows in colour, by the names in the legend. */
    protected List<String> coloursInThePaper() {
        return List.copyOf(new java.util.TreeSet<>(page.locator(".paper a.span").all().stream()
                .flatMap(span -> Stream.of(span.getAttribute("class").split(" ")))
                .filter(name -> name.startsWith("k-"))
                .toList()));
    }

    /** Accepts what the reader was sure of, then looks at the doubtful ones and accepts them one by one, at most {@code doubtful}. */
    protected void acceptReading(int doubtful) {
        Locator certain = page.locator("form[action$='/certain'] button");
        if (certain.count() > 0) {
            certain.click();
            page.waitForSelector(".toast");
        }
        for (int i = 0; i < doubtful && waiting().count() > 0; i++) {
            int left = waiting().count();
            waiting().first().click();
            page.waitForFunction("left => document.querySelectorAll('.item-do button.yes').length < left", left);
        }
    }

    private Locator waiting() {
        return page.locator(".item-do button.yes");
    }

    /** Adds what the reader missed: a kind of work, how often, and who it is given to. */
    protected void add(String kind, String text, String often, String agencies) {
        page.locator("#add summary").click();
        page.fill("#add-text", text);
        page.selectOption("#add-kind", new SelectOption().setLabel(kind));
        page.locator("#add form button").click();
        page.waitForSelector(".item-form");
        page.selectOption("#frequency", new SelectOption().setLabel(often));
        page.fill("#ASSIGNED", agencies);
        press("Lưu và nhận");
        page.waitForSelector(".item-form", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    /**
     * Issues the plan that is being checked; what the paper says already stands in the form. The plan of a unit that has ended is issued for
     * the first of its successors; names of agencies that are no more stay open, and a paper that lies here already is another one.
     */
    protected void issue(String name, String number, String date, int from, int to, String standing, String signer) {
        toIssuing();
        page.fill("#name", name);
        page.fill("#number", number);
        page.fill("#issuedOn", date);
        page.fill("#periodFrom", String.valueOf(from));
        page.fill("#periodTo", String.valueOf(to));
        page.fill("#standing", standing);
        page.fill("#signer", signer);
        confirmIssuing();
        page.navigate(page.url().replaceAll("/issued$", ""));
        assertThat(page.url()).as("the programme page").matches(".*/plans/[0-9a-f-]{36}$");
        assertThat(heading()).isEqualTo(name);
    }

    /** From the review past the page that says who receives what. */
    private void toIssuing() {
        page.locator(".review-do a[href$='/receivers']").click();
        page.waitForURL("**/receivers");
        Locator successors = page.locator("input[name='successor']");
        if (successors.count() > 0) {
            successors.first().check();
            page.waitForResponse(
                    answer -> answer.url().endsWith("/receivers") && answer.status() == 200,
                    () -> page.locator("form[action$='/receivers/unit'] button").click());
            page.waitForLoadState();
        }
        page.locator("main .actions a[href$='/issue']").click();
        page.waitForURL("**/issue");
    }

    /** Issues the plan; where the unit has a leader, that one signs what was submitted. */
    protected void confirmIssuing() {
        if (page.locator("button[formaction$='/submit']").count() == 0) {
            confirm("Ban hành");
            page.waitForURL("**/issued");
            return;
        }
        String planner = entered();
        String address = page.url();
        confirm("Trình ký");
        page.waitForSelector(".toast");
        enterAs(planner.replaceFirst("^[a-z]+", "leader"));
        page.navigate(address);
        confirm("Ban hành");
        page.waitForURL("**/issued");
        String issued = page.url();
        enterAs(planner);
        page.navigate(issued);
    }

    /** Presses the button, once more where it asks whether this is meant. */
    private void confirm(String button) {
        tick("unresolved");
        press(button);
        page.locator("#problems, main p.lead[role=status], .toast").first().waitFor();
        if (page.locator("input[name='another']").count() > 0) {
            tick("another");
            tick("unresolved");
            press(button);
            complaints.removeIf(said -> said.contains("status of 422"));
        }
    }

    private void tick(String name) {
        Locator box = page.locator("input[name='" + name + "']");
        if (box.count() > 0) {
            box.check();
        }
    }

    /** Opens a programme of the list. */
    protected void open(String programme) {
        page.navigate("/plans");
        page.locator("main h2 a", new Page.LocatorOptions().setHasText(programme))
                .first()
                .click();
        page.waitForLoadState();
        assertThat(heading()).isEqualTo(programme);
    }

    /** Opens a tab of the programme. */
    protected void tab(String name) {
        page.locator(".tabs a", new Page.LocatorOptions().setHasText(name)).click();
        page.waitForLoadState();
        assertThat(page.locator(".tabs a[aria-current]").innerText()).isEqualTo(name);
    }

    protected void press(String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    /** Does what leads to another page, or to the same one anew, and waits until that is there whole. */
    protected void arrive(Runnable leaving) {
        page.evaluate("() => { document.documentElement.dataset.left = 'yes' }");
        leaving.run();
        page.waitForSelector("html:not([data-left]) body");
        page.waitForLoadState();
    }

    protected String heading() {
        return page.locator("h1").innerText();
    }

    /** The groups under which the programme lists its work: headings of tasks and agencies, without their numbers. */
    protected List<String> groups() {
        return page.locator(".work h3").allInnerTexts().stream()
                .map(text -> text.strip().replaceAll("^[IVX]*\\.?\\d+ ", ""))
                .toList();
    }

    /** The words of the page, each run of white space as one blank. */
    protected String words() {
        page.waitForLoadState(); // else a page that is still arriving shows its first words only
        return page.locator("main").innerText().replaceAll("\\s+", " ");
    }

    /** The targets of the programme, each as one line of words. */
    protected List<String> targets() {
        return page.locator(".goals > li").allInnerTexts().stream()
                .map(text -> text.replaceAll("\\s+", " "))
                .toList();
    }
}

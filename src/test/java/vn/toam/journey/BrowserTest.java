package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.toam.shared.ToamTest;

/** A real Chromium on the running application. Whatever the browser complains about fails the test. */
@Tag("browser")
abstract class BrowserTest extends ToamTest {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    protected int port;

    protected BrowserContext context;
    protected Page page;
    protected final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        if (System.getProperty("playwright.cli.dir") == null) {
            System.setProperty(
                    "playwright.cli.dir",
                    Path.of(".cache/playwright").toAbsolutePath().toString());
        }
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @BeforeEach
    void newVisitor() {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.text()));
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    @AfterEach
    void leave() {
        context.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /** A browser with a memory of its own, as on somebody's device: closed and opened again it has what it kept. */
    protected BrowserContext device(Path profile, int port) {
        BrowserContext device = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(chromium())
                                .setHeadless(true)
                                .setArgs(FLAGS)
                                .setBaseURL("http://localhost:" + port)
                                .setLocale("vi-VN")
                                .setTimezoneId("Asia/Ho_Chi_Minh")
                                .setViewportSize(1440, 900));
        device.setDefaultTimeout(30_000);
        return device;
    }

    private String entered = "";

    /** The account that is signed in. */
    protected String entered() {
        return entered;
    }

    /** Signs in through the demo button of an account; a post of a unit that ended has none, and takes the first one's. */
    protected void enterAs(String username) {
        entered = username;
        context.clearCookies();
        page.navigate("/sign-in");
        press(page, username);
        page.waitForSelector("form[action='/sign-out']");
        page.waitForLoadState();
    }

    /** Presses the demo button of an account on the page of signing in. */
    protected static void press(Page page, String username) {
        Locator own = page.locator("form[action='/sign-in/demo'] button[value='" + username + "']");
        if (own.count() == 0) {
            page.locator("form[action='/sign-in/demo'] button")
                    .first()
                    .evaluate("(button, username) => button.value = username", username);
        }
        own.click();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: run ops/test-tools"));
    }
}

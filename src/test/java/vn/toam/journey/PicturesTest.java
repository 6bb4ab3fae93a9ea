package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the guide anew, on a desk and on a phone: {@code ./toam test -Dtest.groups=pictures -Dtest.excluded=}. */
@Tag("pictures")
class PicturesTest extends Journey {

    private static final Path FOLDER = Path.of("docs/guide/pictures");

    @Test
    void thePicturesOfTheGuide() throws IOException {
        page.navigate("/sign-in");
        take("sign-in");
        asThePlanner();
        asTheReporter();
        asTheMemberAgency();
        enterAs("admin.hp");
        take("accounts", "/accounts");
    }

    private void asThePlanner() throws IOException {
        enterAs("planner.ty");
        take("overview", "/overview");
        take("plans", "/plans");
        String plan = page.locator("main a", new Page.LocatorOptions().setHasText("huyện Tân Yên"))
                .first()
                .getAttribute("href");
        take("plan-new", "/plans/new");
        take("programme", plan);
        take("tasks", plan + "/tasks?year=2024");
        take("calendar", plan + "/calendar?year=2024");
        take("collection", "/collection?year=2024");
        take("round", first(".rounds h2 a"));
        take("scorecard", "/indicators/scorecard?year=2024");
        take("trace", page.locator(".matrix a.dot").nth(1).getAttribute("href"));
        page.navigate("/output");
        take("report", first("#reports th a"));
        take("units", "/units");
        take("catalog", "/catalog");
        upload(papers("tan-yen.txt").findFirst().orElseThrow());
        take("review");
        acceptReading(3);
        page.locator(".review-do a[href$='/receivers']").click();
        page.waitForLoadState();
        take("issue");
    }

    private void asTheReporter() throws IOException {
        enterAs("reporter.ty");
        page.navigate("/collection?year=2024");
        take("return", page.locator(".rounds h2 a").last().getAttribute("href"));
    }

    private void asTheMemberAgency() throws IOException {
        enterAs("police.hp");
        take("my-tasks", "/plans/tasks?show=ALL");
        take("duty", first("main a[href^='/plans/duties/']"));
    }

    private String first(String links) {
        return page.locator(links).first().getAttribute("href");
    }

    private void take(String name, String address) throws IOException {
        page.navigate(address);
        take(name);
    }

    /** Takes the open page at both widths; none may be wider than its screen. */
    private void take(String name) throws IOException {
        for (int width : new int[] {390, 1440}) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            page.evaluate("document.fonts.ready");
            Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
            assertThat(wide.intValue()).as(name).isLessThanOrEqualTo(width);
            Picture.write(page.screenshot(), FOLDER.resolve(name + "-" + width + ".png"));
        }
    }
}

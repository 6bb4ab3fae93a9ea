package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toam.access.Posts;
import vn.toam.collection.CollectionService;
import vn.toam.submission.TypedReturn;

/** A commune in the mountains: the line drops while the return is being filled, and comes back hours later. */
@DisplayName("Xã vùng cao mất mạng giữa chừng: không mất số nào, không ghi đè số của ai")
class OfflineJourneyTest extends ReturnJourney {

    @Autowired
    private CollectionService collection;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path profile;

    @Test
    @DisplayName("Nhập khi mất mạng, tắt máy, mở lại, có mạng, chọn từng ô xung đột, gửi")
    void aReturnIsFilledWithoutALine() throws IOException {
        enterAs("planner.db");
        askFor(VIOLENCE_RETURN, 2020, "Theo quy định của biểu");
        try (Line line = new Line(port)) {
            open(line);
            enterAs("reporter.db");
            openReturn(VIOLENCE_RETURN, 2020);
            keptOnThisDevice();
            enter(Map.of("F1", 1250));

            line.cut();
            cell("F2").fill("700");
            cell("F3").fill("300");
            cell("F4").fill("999");
            explain("F4", "Đã rà soát với các bản");
            waitFor("device");
            page.locator("#offline").waitFor();
            page.locator("#return button[value='submit']").click();
            assertThat(page.locator("#saved").innerText()).contains("Đã lưu trên máy này, 4 ô");

            context.close();
            open(line);
            page.navigate("/overview");
            page.locator("#forms li").waitFor();
            assertThat(heading()).isEqualTo("Biểu trên máy này");
            assertThat(words()).contains("Xã Mường Phăng", "4 ô chờ lên máy chủ");
            page.locator("#forms a").click();
            waitFor("device");
            assertThat(List.of(value("F1"), value("F2"), value("F3"), value("F4")))
                    .as("what the server had and what was typed since")
                    .containsExactly("1250", "700", "300", "999");

            String form = page.url();
            somebodyElseTypes(form, Map.of("households_mother_children", "310", "households_father_children", "250"));
            somebodyElseTypes(form, Map.of("dv_models", "4"));
            line.mend();
            waitFor("out");
            assertThat(figures(form)).as("nothing is sent for nobody").doesNotContain("700");

            anotherAccountSeesNothing();
            page.navigate("/sign-in");
            press(page, "reporter.db");
            page.locator("#kept .count", new com.microsoft.playwright.Page.LocatorOptions().setHasText("1"))
                    .waitFor();
            assertThat(figures(form)).as("sent from any page").contains("\"households_two_generation\": 700");
            page.navigate(form);
            conflictsAreAskedCellByCell();

            nothingElseHappened();
            send();
            assertThat(figures(form))
                    .contains("\"households_total\": 1250", "\"households_two_generation\": 700")
                    .contains("\"households_mother_children\": 300", "\"households_father_children\": 250")
                    .contains("\"dv_models\": 4", "\"dv_cases\": 0");
            context.close();
        }
    }

    private void conflictsAreAskedCellByCell() {
        waitFor("conflict");
        assertThat(page.locator(".clash").count()).isEqualTo(2);
        assertThat(row("F3").locator(".clash").innerText()).contains("Máy chủ: 310", "Bạn nhập: 300");
        assertThat(value("M1.1")).as("changed by somebody else only").isEqualTo("4");
        assertThat(Look.at(page)).isEmpty();
        row("F3").getByText("Giữ của tôi").click();
        row("F4").getByText("Lấy của máy chủ").click();
        waitFor("server");
        assertThat(List.of(value("F3"), value("F4"))).containsExactly("300", "250");
    }

    /** What one account kept is neither shown nor sent when another signs in on the same device. */
    private void anotherAccountSeesNothing() {
        page.navigate("/sign-in");
        press(page, "reporter.ty");
        page.navigate("/collection/forms/kept");
        page.locator("#none").waitFor();
        assertThat(page.locator("#forms li").count()).isZero();
        page.click("form[action='/sign-out'] button");
        page.waitForURL("**/sign-in");
    }

    @Test
    @DisplayName("Đăng xuất trên máy dùng chung: hỏi trước nếu còn số chưa gửi, rồi xóa hết")
    void signingOutRemovesEverythingAfterAsking() throws IOException {
        enterAs("planner.db");
        askFor(VIOLENCE_RETURN, 2019, "Theo quy định của biểu");
        try (Line line = new Line(port)) {
            open(line);
            enterAs("reporter.db");
            openReturn(VIOLENCE_RETURN, 2019);
            keptOnThisDevice();
            line.cut();
            cell("F1").fill("7");
            waitFor("device");

            page.onceDialog(Dialog::dismiss);
            page.click("form[action='/sign-out'] button");
            assertThat(onThisDevice()).as("not wanted: all is still there").contains("F1 kept");

            line.mend();
            context.route("**/cells", route -> route.abort());
            Page second = context.newPage();
            second.navigate(page.url());
            second.waitForFunction("() => document.getElementById('saved')?.dataset.state === 'device'");
            page.onceDialog(dialog -> {
                assertThat(dialog.message()).contains("1 ô");
                dialog.accept();
            });
            page.click("form[action='/sign-out'] button");
            page.waitForURL("**/sign-in");
            trySavingAgain(second);
            assertThat(onThisDevice()).as("nor does a second tab bring it back").isEqualTo("nothing");
            context.close();
        }
    }

    /** Lets an open form save, as it does when the line returns, and waits until its writes to the device are over. */
    private static void trySavingAgain(Page form) {
        form.evaluate("""
                async () => {
                  const { change } = await import('/static/kept.js');
                  dispatchEvent(new Event('online'));
                  for (let write = 0; write < 5; write++) await change('nobody', '/', () => null);
                }""");
    }

    private String onThisDevice() {
        return (String) page.evaluate("""
                async () => {
                  const db = await new Promise(done => { indexedDB.open('toam', 1).onsuccess = e => done(e.target.result); });
                  const all = await new Promise(done => { db.transaction('forms').objectStore('forms').getAll().onsuccess = e => done(e.target.result); });
                  db.close();
                  const pages = (await caches.keys()).filter(name => name.startsWith('forms'));
                  return (all.some(form => form.cells.f_households_total) ? 'F1 kept ' : '') + (all.length || pages.length ? pages.length : 'nothing');
                }""");
    }

    private void open(Line line) {
        context.close();
        context = device(profile, line.port());
        page = context.pages().getFirst();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (!message.text().contains("net::ERR_")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    private void keptOnThisDevice() {
        page.waitForFunction("() => document.getElementById('return')?.dataset.kept === 'yes'");
    }

    private void waitFor(String state) {
        page.waitForFunction("state => document.getElementById('saved')?.dataset.state === state", state);
    }

    private String value(String line) {
        Locator cell = cell(line);
        return cell.inputValue().replace(".", "");
    }

    private void somebodyElseTypes(String form, Map<String, String> figures) {
        String[] parts = form.split("/");
        UUID round = UUID.fromString(parts[parts.length - 2]);
        int unit = Integer.parseInt(parts[parts.length - 1]);
        int version = jdbc.sql("select version from collection.submission where round = ? and unit = ?")
                .params(round, unit)
                .query(Integer.class)
                .single();
        Posts.at("REPORTER", unit)
                .run(() -> collection.save(
                        round,
                        unit,
                        version,
                        new TypedReturn(figures, Map.of(), Map.of()),
                        UUID.randomUUID().toString()));
    }

    /** The return's figures as the database holds them. */
    private String figures(String form) {
        String[] parts = form.split("/");
        return jdbc.sql("select figures::text from collection.submission where round = ?::uuid and unit = ?::int")
                .params(parts[parts.length - 2], parts[parts.length - 1])
                .query(String.class)
                .single();
    }
}

package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What comes out of the printer: who printed what when, no controls, the heads of a table on every sheet. */
class PrintTest extends BrowserTest {

    private static final List<String> CONTROLS =
            List.of("Đăngxuất", "Tìmkếhoạch", "Saochépbảng", "TảiExcel", "TổngquanChươngtrình");

    @Test
    void theLeadersPageIsOneSheet() throws IOException {
        enterAs("leader.haiphong");

        List<String> sheets = printed("/overview");

        assertThat(sheets).hasSize(1);
        assertThat(sheets.getFirst())
                .contains(bare("In ngày", "Lãnh đạo Ủy ban nhân dân thành phố Hải Phòng", "Thành phố Hải Phòng, ngày"))
                .doesNotContain(CONTROLS);
    }

    @Test
    void aLongListRepeatsItsHeadsAndSaysOfHowManyItIs() throws IOException {
        enterAs("planner.haiphong");
        page.navigate("/collection");
        String round = page.locator(".rounds h2 a[href^='/collection/rounds/']")
                .first()
                .getAttribute("href");

        List<String> returns = printed(round);

        assertThat(returns).hasSizeGreaterThan(1);
        assertThat(returns).allSatisfy(sheet -> assertThat(sheet).doesNotContain(CONTROLS));
        assertThat(returns.subList(0, 2))
                .allSatisfy(sheet -> assertThat(sheet).contains(bare("Đơn vị", "Tình trạng", "Gửi lần đầu")));
        assertThat(String.join(" ", returns)).containsPattern("Đãnhận\\d+/\\d+").contains("Trang1/");
        assertThat(printed(round.replace("/collection/", "/coordination/")))
                .first()
                .satisfies(sheet -> assertThat(sheet)
                        .contains(bare("Đơn vị chưa gửi báo cáo", "Thành phố Hải Phòng", "Hạn gửi"))
                        .doesNotContain("NhắcNhắc"));
    }

    @Test
    void aScorecardOnPaperStillSaysWhatIsProvisional() throws IOException {
        enterAs("planner.haiphong");

        String first = printed("/indicators/scorecard").getFirst();

        assertThat(first)
                .contains(bare("Bảng chỉ tiêu", "Thành phố Hải Phòng", "tạm tính"))
                .containsPattern("\\d+/\\d+đơnvị");
        assertThat(first).doesNotContain(CONTROLS);
    }

    @Test
    void aReturnAndAPlanAreReadableOnPaper() throws IOException {
        enterAs("planner.haiphong");
        page.navigate(
                "/collection?year=" + LocalDate.now(ZoneId.systemDefault()).getYear());
        String form =
                page.locator(".rounds a[href^='/collection/forms/']").first().getAttribute("href");
        page.navigate("/plans");
        String plan = page.locator(".plans h2 a", new Page.LocatorOptions().setHasText("Hải Phòng"))
                .first()
                .getAttribute("href");

        assertThat(printed(form).getFirst())
                .contains(bare("Thành phố Hải Phòng", "Tổng số hộ gia đình"))
                .doesNotContain("Hoàntác");
        assertThat(printed(plan).getFirst())
                .contains(bare("Hải Phòng", "In ngày"))
                .doesNotContain(CONTROLS);
    }

    @Test
    void aNameWithoutBlanksKeepsThePageAsWideAsThePhone() {
        enterAs("planner.haiphong");
        for (String address :
                List.of("/search?q=" + "thutuchanhchinh".repeat(12), "/accounts/me", "/plans?q=" + "x".repeat(90))) {
            page.setViewportSize(390, 844);
            page.navigate(address);
            page.evaluate("document.querySelector('h1').textContent = 'Bao_cao_tong_hop'.repeat(12)");
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(address)
                    .isLessThanOrEqualTo(390);
        }
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", "");
    }

    private static String[] bare(String... texts) {
        return Stream.of(texts).map(PrintTest::bare).toArray(String[]::new);
    }

    /** The letters of each sheet without blanks: a file of two fonts puts blanks inside words. */
    private List<String> printed(String address) throws IOException {
        page.navigate(address);
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        List<String> sheets = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                PDFTextStripper words = new PDFTextStripper();
                words.setSortByPosition(true);
                words.setStartPage(sheet);
                words.setEndPage(sheet);
                sheets.add(bare(words.getText(document)));
            }
        }
        return sheets;
    }
}

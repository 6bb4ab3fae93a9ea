package vn.toam.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What comes out of the printer: who printed what when, no controls, the heads of a table on every sheet. */
class PrintTest extends BrowserTest {

    private static final List<String> CONTROLS =
            List.of("Đăng xuất", "Tìm kế hoạch", "Sao chép bảng", "Tải Excel", "Tổng quan Chương trình");

    @Test
    void theLeadersPageIsOneSheet() throws IOException {
        enterAs("leader.haiphong");

        List<String> sheets = printed("/overview");

        assertThat(sheets).hasSize(1);
        assertThat(sheets.getFirst())
                .contains("In ngày", "Lãnh đạo Ủy ban nhân dân thành phố Hải Phòng", "Thành phố Hải Phòng, ngày")
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
                .allSatisfy(sheet -> assertThat(sheet).contains("Đơn vị", "Tình trạng", "Gửi lần đầu"));
        assertThat(String.join(" ", returns)).containsPattern("Đã nhận \\d+/\\d+").contains("Trang 1/");
        assertThat(printed(round.replace("/collection/", "/coordination/")))
                .first()
                .satisfies(sheet -> assertThat(sheet)
                        .contains("Đơn vị chưa gửi báo cáo", "Thành phố Hải Phòng", "Hạn gửi")
                        .doesNotContain("Nhắc Nhắc"));
    }

    @Test
    void aScorecardOnPaperStillSaysWhatIsProvisional() throws IOException {
        enterAs("planner.haiphong");

        String first = printed("/indicators/scorecard").getFirst();

        assertThat(first).contains("Bảng chỉ tiêu", "Thành phố Hải Phòng", "tạm tính").containsPattern("\\d+/\\d+ đơn vị");
        assertThat(first).doesNotContain(CONTROLS);
    }

    @Test
    void aReturnAndAPlanAreReadableOnPaper() throws IOException {
        enterAs("planner.haiphong");
        page.navigate("/collection");
        String form = page.locator(".rounds a[href^='/collection/forms/']").first().getAttribute("href");
        page.navigate("/plans");
        String plan = page.locator(".plans h2 a", new Page.LocatorOptions().setHasText("Hải Phòng"))
                .first()
                .getAttribute("href");

        assertThat(printed(form).getFirst()).contains("Thành phố Hải Phòng", "Tổng số hộ gia đình").doesNotContain("Hoàn tác");
        assertThat(printed(plan).getFirst()).contains("Hải Phòng", "In ngày").doesNotContain(CONTROLS);
    }

    @Test
    void aNameWithoutBlanksKeepsThePageAsWideAsThePhone() {
        enterAs("planner.haiphong");
        for (String address : List.of("/search?q=" + "thutuchanhchinh".repeat(12), "/accounts/me", "/plans?q=" + "x".repeat(90))) {
            page.setViewportSize(390, 844);
            page.navigate(address);
            page.evaluate("document.querySelector('h1').textContent = 'Bao_cao_tong_hop'.repeat(12)");
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(address)
                    .isLessThanOrEqualTo(390);
        }
    }

    /** The words of each sheet, one blank between them. */
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
                sheets.add(Pattern.compile("\\s+")
                        .matcher(Normalizer.normalize(words.getText(document), Normalizer.Form.NFC))
                        .replaceAll(" "));
            }
        }
        return sheets;
    }
}

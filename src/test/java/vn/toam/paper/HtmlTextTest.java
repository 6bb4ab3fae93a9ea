package vn.toam.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.toam.paper.UnreadableFile.Reason;

/** Web pages, also those that Word and LibreOffice save, under any name. */
class HtmlTextTest {
    private static String text(byte[] bytes) throws UnreadableFile {
        return TextExtractor.extract("a.doc", bytes).text().strip();
    }

    private static String text(String html) throws UnreadableFile {
        return text(html.getBytes(UTF_8));
    }

    @Test
    void paragraphsCellsAndBreaksAreLines() throws Exception {
        assertThat(text(
                        "<!DOCTYPE html><html><body><table><tr><td><p>ỦY BAN\n NHÂN DÂN</p></td><td>CỘNG HÒA<br>Độc lập</td></tr></table>"
                                + "<h1>KẾ&nbsp;HOẠCH</h1>Căn cứ <b>Luật</b><div>I. MỤC TIÊU</div></body></html>"))
                .isEqualTo("ỦY BAN NHÂN DÂN\nCỘNG HÒA\nĐộc lập\nKẾ HOẠCH\nCăn cứ Luật\nI. MỤC TIÊU");
    }

    @Test
    void listsAreCounted() throws Exception {
        assertThat(
                        text(
                                "<ol type=I start=2><li><p>Một</p><li>Hai<ol type=a><li>x</li><li value=4>y</li><li>z</li></ol></li></ol><ul><li>c</li></ul>"))
                .isEqualTo("II. Một\nIII. Hai\na) x\nd) y\ne) z\n- c");
    }

    @Test
    void wordKeepsItsNumbersAndFootnotes() throws Exception {
        assertThat(
                        text(
                                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>p{}</style><xml><o:x>1</o:x></xml></head><body>"
                                        + "<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Mục đích"
                                        + "<a href=\"#_ftn1\" name=\"_ftnref1\"><span>[1]</span></a><o:p></o:p></p>"
                                        + "<div><p><a href=\"#_ftnref1\" name=\"_ftn1\"><span>[1]</span></a> Ghi chú.</p></div></body></html>"))
                .isEqualTo("1.   Mục đích\n[1]  Ghi chú.");
    }

    @Test
    void libreOfficeFootnotesAndPageEdges() throws Exception {
        assertThat(
                        text(
                                "<html><body><div title=\"header\"><p>trang 1</p></div><p>A<a class=\"sdfootnoteanc\" href=\"#sdfootnote1sym\"><sup>1</sup></a></p>"
                                        + "<div id=\"sdfootnote1\"><p><a class=\"sdfootnotesym\" href=\"#sdfootnote1anc\">1</a>Ghi chú.</p></div>"))
                .isEqualTo("A\n[1] Ghi chú.");
    }

    @Test
    void scriptsStylesAndHiddenPartsAreLeftOut() throws Exception {
        assertThat(text(
                        "<html><head><title>t</title></head><body><script>alert(1)</script><style>p{}</style><p style=\"display: none\">ẩn</p>"
                                + "<p hidden>ẩn</p><template>x</template><p>hiện<del>cũ</del></p></body></html>"))
                .isEqualTo("hiện");
    }

    @Test
    void anyCharacterSetAndOldFonts() throws Exception {
        String page = "<html><head><meta charset=\"%s\"></head><body><p>Kế hoạch công tác gia đình</p></body></html>";
        assertThat(text(page.formatted("utf-8"))).isEqualTo("Kế hoạch công tác gia đình");
        assertThat(text(page.formatted("windows-1252"))).isEqualTo("Kế hoạch công tác gia đình");
        assertThat(text(("\ufeff" + page.formatted("utf-16")).getBytes(UTF_16LE)))
                .isEqualTo("Kế hoạch công tác gia đình");
        String combining = "<meta charset=windows-1258><p>Kê\u0301 hoa\u0323ch";
        assertThat(text(combining.getBytes(Charset.forName("windows-1258")))).isEqualTo("Kế hoạch");
        assertThat(text("<meta charset=nonsense><p>Kế hoạch")).isEqualTo("Kế hoạch");
        assertThat(text("<html><font face=\".VnTime\">KÕ ho¹ch c«ng t¸c gia ®×nh</font>".getBytes(ISO_8859_1)))
                .isEqualTo("Kế hoạch công tác gia đình");
        assertThat(text("<p>K&#7871; ho&#x1EA1;ch &ge; 5")).isEqualTo("Kế hoạch ≥ 5");
    }

    @Test
    void aPageSavedAsOneFileIsRead() throws Exception {
        String html =
                Base64.getMimeEncoder().encodeToString("<html><body><p>Kế hoạch</p></body></html>".getBytes(UTF_8));
        String mail =
                "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"=_N\"\r\n\r\n--=_N\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + html
                        + "\r\n--=_N\r\nContent-Type: image/png\r\n\r\nAAAA\r\n--=_N--\r\n";
        assertThat(text(mail)).isEqualTo("Kế hoạch");
        assertThat(text("From: <Saved by a browser>\r\nSubject: x\r\n"
                        + mail.replace("base64", "quoted-printable").replace(html, "<p>K=E1=BA=BF ho=E1=BA=A1=\r\nch")))
                .isEqualTo("Kế hoạch");
    }

    @Test
    void pagesWithoutWordsAndBrokenMailAreRefused() {
        assertRefused("<html><body><img src=x></body></html>", Reason.BLANK);
        assertRefused(
                "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nAA\n--x--",
                Reason.DAMAGED);
    }

    @Test
    void deepAndLongPagesEndSoon() throws Exception {
        assertThat(text("<html>" + "<div>".repeat(100_000) + "sâu")).isEqualTo("sâu");
        assertThat(text("<ol>" + "<li>x".repeat(50_000)).lines()).hasSize(50_000);
    }

    private static void assertRefused(String html, Reason reason) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TextExtractor.extract("a.htm", html.getBytes(UTF_8)))
                .extracting(UnreadableFile::reason)
                .isEqualTo(reason);
    }
}

package vn.toam.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toam.paper.DocxFile.li;
import static vn.toam.paper.DocxFile.p;
import static vn.toam.paper.DocxFile.r;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import vn.toam.encoding.Note;
import vn.toam.encoding.SourceText;

class DocxTextTest {
    @Test
    void aWholePlanComesOutLineByLineInReadingOrder() throws Exception {
        List<String> expected = new ArrayList<>(SamplePlan.LINES);
        expected.add("[1] " + SamplePlan.FOOTNOTE);
        assertThat(text(SamplePlan.docx().bytes()).lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void filesWrittenByAnotherLibraryAreReadToo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("ỦY BAN NHÂN DÂN");
            table.getRow(0).getCell(1).setText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            document.createParagraph().createRun().setText("KẾ HOẠCH");
            document.createFootnotes();
            document.write(out);
        }
        assertThat(text(out.toByteArray()).strip())
                .isEqualTo("ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH");
    }

    @Test
    void numbersFollowWordsRules() throws Exception {
        String numbering = "<w:abstractNum w:abstractNumId=\"7\">"
                + level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "lowerLetter", "%3)")
                + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/>"
                + "</w:lvlOverride></w:num>";
        String body = li(1, 0, "A")
                + li(1, 1, "B")
                + li(1, 2, "C")
                + li(1, 2, "D")
                + li(1, 1, "E")
                + li(1, 0, "F")
                + li(1, 1, "G")
                + li(2, 0, "H")
                + li(2, 0, "I")
                + li(0, 0, "J")
                + li(9, 0, "K");
        assertThat(text(DocxFile.of(body)
                                .with("numbering", "numbering", numbering)
                                .bytes())
                        .lines())
                .containsExactly(
                        "I. A", "I.1. B", "a) C", "b) D", "I.2. E", "II. F", "II.1. G", "IV. H", "V. I", "J", "K");
    }

    @Test
    void numberedStylesCount() throws Exception {
        String styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H\"/><w:rPr><w:caps/></w:rPr></w:style>";
        String numbering = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "Điều %1.")
                + "</w:abstractNum>" + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        String body = styled("H", "Phạm vi") + styled("H2", "Đối tượng");
        DocxFile file = DocxFile.of(body).with("styles", "styles", styles).with("numbering", "numbering", numbering);
        assertThat(text(file.bytes()).lines()).containsExactly("Điều 1. Phạm vi", "Điều 2. ĐỐI TƯỢNG");
    }

    @Test
    void textBoxesStandAfterTheirParagraphOnce() throws Exception {
        String box = "<w:pict><v:shape><v:textbox><w:txbxContent>" + p("HỎA TỐC") + p("Dự thảo")
                + "</w:txbxContent></v:textbox></v:shape></w:pict>";
        String body = "<w:p>" + r("Kính gửi") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + box
                + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>" + r(": các xã")
                + "</w:p>" + p("Sau");
        assertThat(text(DocxFile.of(body).bytes()).lines())
                .containsExactly("Kính gửi: các xã", "HỎA TỐC", "Dự thảo", "Sau");
    }

    @Test
    void charactersStoredAsElementsAreText() throws Exception {
        String body =
                "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/>"
                        + "<w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
                        + "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r></w:p>";
        assertThat(text(DocxFile.of(body).bytes())).isEqualTo("a b\nc-de≥\n");
    }

    @Test
    void hiddenTextAndFieldCodesAreLeftOut() throws Exception {
        String body =
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                        + r("hiện") + "</w:p>";
        assertThat(text(DocxFile.of(body).bytes())).isEqualTo("hiện\n");
    }

    @Test
    void runsInOldFontsBecomeUnicode() throws Exception {
        String body = "<w:p>" + r(".VnTimeH", "kÕ ho¹ch") + "</w:p><w:p>"
                + r(".VnTime", "C¨n cø LuËt Phßng, chèng b¹o l") + r(".VnTime", "ùc gia ®×nh nh\u00ad sau:")
                + "</w:p><w:p>" + r("VNI-Times", "Coäng hoøa") + r("Arial", " xã hội") + "</w:p>";
        SourceText text = TextExtractor.extract("a.docx", DocxFile.of(body).bytes());
        assertThat(text.text())
                .isEqualTo("KẾ HOẠCH\nCăn cứ Luật Phòng, chống bạo lực gia đình như sau:\nCộng hòa xã hội\n");
        assertThat(text.notes()).containsExactly(Note.of("paper.tcvn3"), Note.of("paper.vni"));
    }

    @Test
    void oldFontSetByAStyleCountsAndUnicodeTypedInItStays() throws Exception {
        String styles =
                "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:style>";
        String body = p("ñy ban nh©n d©n tØnh") + p("có hộ gia đình được công nhận");
        assertThat(text(DocxFile.of(body).with("styles", "styles", styles).bytes())
                        .lines())
                .containsExactly("Ủy ban nhân dân tỉnh", "có hộ gia đình được công nhận");
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>"
                .formatted(level, format, text);
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + r(text) + "</w:p>";
    }

    private static String text(byte[] docx) throws UnreadableFile {
        return TextExtractor.extract("a.docx", docx).text();
    }
}

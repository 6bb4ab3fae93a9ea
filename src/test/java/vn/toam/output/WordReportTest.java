package vn.toam.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

/** What the Word document says, compared with kept copies: a changed sentence shows up as a changed line here. */
class WordReportTest {

    @Test
    void theFullReportReadsAsItsKeptCopy() throws IOException {
        compare("full.txt", SampleReport.full());
    }

    @Test
    void aReportWithoutAnyDataSaysSoInWords() throws IOException {
        compare("empty.txt", SampleReport.empty());
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(FileKind.DOCX.write(SampleReport.full())).isEqualTo(FileKind.DOCX.write(SampleReport.full()));
    }

    @Test
    void headingsAreRealHeadingsForTheNavigationPane() throws IOException {
        try (XWPFDocument document = open(SampleReport.full())) {
            assertThat(document.getParagraphs().stream()
                            .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                            .map(XWPFParagraph::getText))
                    .hasSize(6)
                    .first()
                    .isEqualTo("I. ĐÁNH GIÁ CHUNG");
        }
    }

    @Test
    void everyPageOfAMakeBelieveReportSaysSoAndARealOneDoesNot() throws IOException {
        try (XWPFDocument demo = open(SampleReport.full());
                XWPFDocument real = open(SampleReport.empty())) {
            assertThat(demo.getFooterList())
                    .hasSize(2)
                    .allMatch(footer -> footer.getText().contains("Số liệu giả định để dùng thử"));
            assertThat(real.getFooterList()).isEmpty();
        }
    }

    private static XWPFDocument open(Report report) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(FileKind.DOCX.write(report)));
    }

    private static void compare(String name, Report report) throws IOException {
        Path made = Path.of("target", "output", name);
        Files.createDirectories(made.getParent());
        Files.write(made.resolveSibling(name.replace(".txt", ".docx")), FileKind.DOCX.write(report));
        String text;
        try (XWPFDocument document = open(report)) {
            text = text(document);
        }
        Files.writeString(made, text);
        Path kept = Path.of("src/test/resources/output", name);
        assertThat(text)
                .as("text of the report; if the change is wanted, copy %s over %s", made, kept)
                .isEqualTo(Files.readString(kept, StandardCharsets.UTF_8));
    }

    private static String text(XWPFDocument document) {
        return document.getBodyElements().stream()
                .map(WordReportTest::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(IBodyElement element) {
        if (element.getElementType() == BodyElementType.TABLE) {
            return ((XWPFTable) element)
                    .getRows().stream().map(WordReportTest::row).collect(Collectors.joining("\n"));
        }
        XWPFParagraph paragraph = (XWPFParagraph) element;
        return "[" + paragraph.getStyle() + "] " + paragraph.getText();
    }

    private static String row(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(cell -> cell.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}

package vn.toam.output;

import static vn.toam.output.Phrases.say;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.toam.shared.Numbers;

/**
 * A report as a Word document laid out by Decree 30/2020/NĐ-CP, Annex I: letterhead, title, legal basis, body, distribution list and
 * signature. The same report gives the same bytes.
 */
final class WordReport {

    private WordReport() {}

    /** The document as the bytes of a .docx file. */
    static byte[] write(Report report) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            WordStyles.define(document);
            properties(document, report);
            WordFrame frame = new WordFrame(document, report);
            frame.letterhead();
            frame.title();
            body(document, report);
            frame.signature();
            annexes(document, report);
            WordPage.set(document, report.demo());
            document.write(bytes);
            return SteadyZip.of(bytes.toByteArray());
        } catch (IOException | InvalidFormatException cause) {
            throw new IllegalStateException("the report could not be written as a document", cause);
        }
    }

    private static void properties(XWPFDocument document, Report report) throws InvalidFormatException {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(say("title", report.subject()));
        core.setCreator(report.letterhead().issuerInText());
        core.setDescription(report.demo() ? say("demo") : "");
        core.getUnderlyingProperties().setLanguageProperty(Optional.of("vi-VN"));
        core.setCreated(Optional.of(created(report)));
        core.setModified(Optional.of(created(report)));
        document.getProperties().getExtendedProperties().setApplication("Tổ Ấm");
    }

    /** The day the figures stand for, so that the file doesn't change from one making to the next. */
    static Date created(Report report) {
        LocalDate day = Optional.ofNullable(report.letterhead().date())
                .orElse(report.received().on());
        return Date.from(Instant.from(day.atStartOfDay(Numbers.ZONE)));
    }

    /** Each on a page of its own: number, what it belongs to, the table. */
    private static void annexes(XWPFDocument document, Report report) {
        for (ReportLayout.Annex annex : ReportLayout.annexes(report)) {
            WordText.paragraph(document, WordStyles.TITLE, say("annex", annex.number()))
                    .setPageBreak(true);
            WordText.paragraph(document, WordStyles.DATED, WordFrame.belongsTo(report));
            WordTable.grid(document, annex.grid());
        }
    }

    private static void body(XWPFDocument document, Report report) throws IOException, InvalidFormatException {
        ReportLayout.basis(report).forEach(line -> WordText.paragraph(document, WordStyles.BASIS, line));
        WordText.paragraph(document, WordStyles.BODY, ReportLayout.opening(report));
        for (Block block : ReportLayout.of(report)) {
            switch (block) {
                case Block.Heading h -> WordText.paragraph(document, WordStyles.HEADING + h.level(), h.text());
                case Block.Paragraph p -> WordText.paragraph(document, WordStyles.BODY, p.text());
                case Block.Item item -> WordText.paragraph(document, WordStyles.BODY, "- " + item.text());
                case Block.Passage passage ->
                    passage.paragraphs().forEach(text -> WordText.paragraph(document, WordStyles.BODY, text));
                case Block.Grid grid -> WordTable.grid(document, grid);
                case Block.Picture picture -> WordChart.draw(document, picture, created(report));
            }
        }
    }
}

package vn.toam.letter;

import static vn.toam.letter.LetterWords.say;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.toam.shared.Numbers;

/**
 * A letter as a Word document laid out by Decree 30/2020/NĐ-CP, Annex I: letterhead, title, legal basis, body, distribution list,
 * signature and annexes. The same letter gives the same bytes.
 */
public final class WordLetter {

    private WordLetter() {}

    /** The document as the bytes of a .docx file. */
    public static byte[] write(Letter letter) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            WordStyles.define(document);
            properties(document, letter);
            WordFrame frame = new WordFrame(document, letter);
            frame.letterhead();
            frame.title();
            body(document, letter);
            frame.signature();
            annexes(document, letter);
            WordPage.set(document, letter.demo());
            document.write(bytes);
            return SteadyZip.of(bytes.toByteArray());
        } catch (IOException | InvalidFormatException cause) {
            throw new IllegalStateException("the letter could not be written as a document", cause);
        }
    }

    private static void properties(XWPFDocument document, Letter letter) throws InvalidFormatException {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(letter.title());
        core.setCreator(letter.head().issuerInText());
        core.setDescription(letter.demo() ? say("demo") : "");
        core.getUnderlyingProperties().setLanguageProperty(Optional.of("vi-VN"));
        core.setCreated(Optional.of(created(letter)));
        core.setModified(Optional.of(created(letter)));
        document.getProperties().getExtendedProperties().setApplication("Tổ Ấm");
    }

    private static Date created(Letter letter) {
        return Date.from(Instant.from(letter.day().atStartOfDay(Numbers.ZONE)));
    }

    /** Each on a page of its own: number, what it belongs to, the table. */
    private static void annexes(XWPFDocument document, Letter letter) {
        for (Letter.Annex annex : letter.annexes()) {
            WordText.paragraph(document, WordStyles.TITLE, annex.title()).setPageBreak(true);
            WordText.paragraph(document, WordStyles.DATED, letter.belongsTo());
            WordTable.grid(document, annex.grid());
        }
    }

    private static void body(XWPFDocument document, Letter letter) throws IOException, InvalidFormatException {
        letter.basis().forEach(line -> WordText.paragraph(document, WordStyles.BASIS, line));
        WordText.paragraph(document, WordStyles.BODY, letter.opening());
        for (Block block : letter.body()) {
            switch (block) {
                case Block.Heading h -> WordText.paragraph(document, WordStyles.HEADING + h.level(), h.text());
                case Block.Paragraph p -> WordText.paragraph(document, WordStyles.BODY, p.text());
                case Block.Item item -> WordText.paragraph(document, WordStyles.BODY, "- " + item.text());
                case Block.Passage passage ->
                    passage.paragraphs().forEach(text -> WordText.paragraph(document, WordStyles.BODY, text));
                case Block.Grid grid -> WordTable.grid(document, grid);
                case Block.Picture picture -> WordChart.draw(document, picture, created(letter));
            }
        }
    }
}

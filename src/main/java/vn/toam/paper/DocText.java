package vn.toam.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.converter.AbstractWordUtils;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.EncodingFinder;
import vn.toam.encoding.FontRuns;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * Text of a binary Word file (.doc, Word 97-2003): body, then text boxes, then footnotes as "[1] …", with automatic numbers, without
 * tracked deletions, hidden text and field codes. Such files are the ones that most often use .VnTime and VNI fonts.
 */
final class DocText {
    private static final String FOOTNOTE_MARK = "\u0002";
    private static final char CELL_END = '\u0007';
    private static final char FIELD_BEGIN = '\u0013';
    private static final char FIELD_RESULT = '\u0014';
    private static final char FIELD_END = '\u0015';
    private static final char HARD_HYPHEN = '\u001e';
    private static final char SOFT_HYPHEN = '\u001f';

    private final EncodingFinder finder;
    private final AbstractWordUtils.NumberingState numbering = new AbstractWordUtils.NumberingState();
    private final StringBuilder text = new StringBuilder();

    DocText(EncodingFinder finder) {
        this.finder = finder;
    }

    String read(byte[] bytes) throws UnreadableFile, IOException {
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(bytes))) {
            append(document.getRange());
            append(document.getMainTextboxRange());
            String body = text.toString();
            text.setLength(0);
            append(document.getFootnoteRange());
            append(document.getEndnoteRange());
            return body.replace(FOOTNOTE_MARK, "") + numberFootnotes(text.toString());
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFile(Reason.LOCKED, e);
        } catch (OldWordFileFormatException e) {
            throw new UnreadableFile(Reason.WORD95, e);
        }
    }

    private void append(@Nullable Range range) {
        for (int i = 0; range != null && i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isTableRowEnd()) {
                continue;
            }
            String label = label(paragraph);
            String line = line(paragraph);
            text.append(line.isBlank() ? "" : label).append(line).append('\n');
        }
    }

    private static String numberFootnotes(String notes) {
        int[] number = {0};
        return Pattern.compile(FOOTNOTE_MARK + " *").matcher(notes).replaceAll(mark -> "[" + ++number[0] + "] ");
    }

    private String line(Paragraph paragraph) {
        FontRuns runs = new FontRuns(finder);
        int fieldCodes = 0;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            StringBuilder shown = new StringBuilder();
            for (char c : run.text().toCharArray()) {
                fieldCodes += c == FIELD_BEGIN ? 1 : c == FIELD_RESULT && fieldCodes > 0 ? -1 : 0;
                if (fieldCodes == 0) {
                    shown.append(c);
                }
            }
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                runs.add(String.valueOf(run.getFontName()), run.isCapitalized(), plain(shown.toString()));
            }
        }
        return runs.take();
    }

    /** Word's control characters as text: ends of cells and paragraphs go, since each paragraph is a line anyhow. */
    private static String plain(String run) {
        return run.replace(String.valueOf(CELL_END), "")
                .replace(String.valueOf(FIELD_END), "")
                .replace(String.valueOf(SOFT_HYPHEN), "")
                .replace(HARD_HYPHEN, '-')
                .replace("\r", "");
    }

    private String label(Paragraph paragraph) {
        HWPFList list = paragraph.isInList() ? paragraph.getList() : null;
        if (list == null) {
            return "";
        }
        String label = AbstractWordUtils.getBulletText(numbering, list, (char) paragraph.getIlvl())
                .strip();
        boolean bullet = label.length() == 1 && !Character.isLetterOrDigit(label.charAt(0)) && !label.matches("[-+*]");
        return label.isEmpty() ? "" : (bullet ? "-" : label) + " ";
    }
}

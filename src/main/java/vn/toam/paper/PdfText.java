package vn.toam.paper;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.toam.encoding.EncodingFinder;
import vn.toam.encoding.FontRuns;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * Text layer of a PDF, page by page, as lines: page numbers and hard wraps stay, letterhead and signature blocks are
 * read column after column. A scan is recognised by pictures with next to no letters.
 */
final class PdfText {
    /** Pages; the longest plan seen has 60. */
    static final int MAX_PAGES = 500;

    /** Letters per page below which a PDF with pictures is a scan: signing software adds a line or two of its own. */
    private static final int SCAN_LETTERS = 60;

    /** A gap wider than this many times the font size separates columns rather than words. */
    private static final float COLUMN_GAP = 1.4f;

    private final EncodingFinder finder;

    PdfText(EncodingFinder finder) {
        this.finder = finder;
    }

    String read(byte[] bytes) throws UnreadableFile, IOException {
        PdfGuard.check(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            if (pages > MAX_PAGES) {
                throw new UnreadableFile(Reason.OVERLONG, pages + " pages");
            }
            Stripper stripper = new Stripper();
            stripper.writeText(document, Writer.nullWriter());
            String text = stripper.text.toString();
            long letters = text.chars().filter(Character::isLetter).count();
            if (letters < (long) SCAN_LETTERS * pages && hasPictures(bytes)) {
                throw new UnreadableFile(Reason.SCANNED, letters + " letters on " + pages + " pages");
            }
            return text;
        } catch (InvalidPasswordException e) {
            throw new UnreadableFile(Reason.LOCKED, e);
        }
    }

    private static boolean hasPictures(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("/Image");
    }

    /** Collects the glyphs of every line with their places, and lays out each page when it ends. */
    private final class Stripper extends PDFTextStripper {
        private final StringBuilder text = new StringBuilder();
        private final List<PdfLine> page = new ArrayList<>();
        private final List<PdfLine.Piece> line = new ArrayList<>();
        private final FontRuns runs = new FontRuns(finder);
        private String font = "";
        private float left;
        private float right;

        Stripper() {
            setSortByPosition(true);
        }

        @Override
        protected void writeString(String word, List<TextPosition> glyphs) {
            for (TextPosition glyph : glyphs) {
                float start = glyph.getXDirAdj();
                if (glyph.getUnicode().isBlank()) {
                    writeWordSeparator();
                    continue;
                }
                if (!runs.isEmpty() && start - right > COLUMN_GAP * glyph.getFontSizeInPt()) {
                    endPiece();
                }
                left = runs.isEmpty() ? start : left;
                right = start + glyph.getWidthDirAdj();
                font = Objects.requireNonNullElse(glyph.getFont().getName(), "");
                runs.add(font, false, glyph.getUnicode());
            }
        }

        @Override
        protected void writeWordSeparator() {
            if (!runs.isEmpty()) {
                runs.add(font, false, " ");
            }
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        @Override
        protected void endPage(PDPage ended) throws IOException {
            endLine();
            text.append(PdfLine.inReadingOrder(page));
            page.clear();
            super.endPage(ended);
        }

        private void endPiece() {
            String piece = runs.take();
            if (!piece.isBlank()) {
                line.add(new PdfLine.Piece(left, right, piece));
            }
        }

        private void endLine() {
            endPiece();
            if (!line.isEmpty()) {
                page.add(new PdfLine(List.copyOf(line)));
                line.clear();
            }
        }
    }
}

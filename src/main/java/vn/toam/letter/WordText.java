package vn.toam.letter;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Paragraphs of one style, and short lines under headings. */
final class WordText {

    private WordText() {}

    static XWPFParagraph paragraph(XWPFDocument document, String style, String text) {
        return fill(document.createParagraph(), style, text);
    }

    /** Gives {@code paragraph} a style and one run of text. */
    static XWPFParagraph fill(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        if (!text.isEmpty()) {
            paragraph.createRun().setText(text);
        }
        return paragraph;
    }

    /** An empty low paragraph with a line on top, {@code inset} twips shorter on either side: the line under a title. */
    static void line(XWPFParagraph paragraph, int inset) {
        paragraph.setStyle(WordStyles.RULE);
        paragraph.setIndentationLeft(inset);
        paragraph.setIndentationRight(inset);
        paragraph.setBorderTop(org.apache.poi.xwpf.usermodel.Borders.SINGLE);
    }
}

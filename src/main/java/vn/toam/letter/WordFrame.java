package vn.toam.letter;

import static vn.toam.letter.LetterWords.say;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** What stands around the body: letterhead and title above it, distribution list and signature below it. */
final class WordFrame {

    private static final int LEFT = 3300;
    private static final int RIGHT = WordPage.TEXT_WIDTH - LEFT;

    private final XWPFDocument document;
    private final Letter letter;

    WordFrame(XWPFDocument document, Letter letter) {
        this.document = document;
        this.letter = letter;
    }

    /** Issuer and number on the left; national title, motto, place and date on the right. */
    void letterhead() {
        Letter.Letterhead head = letter.head();
        XWPFTable table = WordTable.frame(document, LEFT);
        XWPFTableCell left = table.getRow(0).getCell(0);
        if (!head.parent().isBlank()) {
            add(left, WordStyles.HEAD_UPPER, head.parent());
        }
        head.issuer().lines().forEach(line -> add(left, WordStyles.HEAD_BOLD, line));
        WordText.line(left.addParagraph(), LEFT * 3 / 10);
        add(left, WordStyles.NUMBER, letter.number());
        XWPFTableCell right = table.getRow(0).getCell(1);
        add(right, WordStyles.HEAD_BOLD, say("nation"));
        add(right, WordStyles.MOTTO, say("motto"));
        WordText.line(right.addParagraph(), (RIGHT - 3300) / 2);
        add(right, WordStyles.DATED, letter.dated());
    }

    /** The kind of paper, what it is about, and the short line under them. */
    void title() {
        WordText.paragraph(document, WordStyles.TITLE, letter.heading());
        WordText.paragraph(document, WordStyles.SUBJECT, letter.about());
        WordText.line(document.createParagraph(), WordPage.TEXT_WIDTH * 2 / 5);
        document.createParagraph().setStyle(WordStyles.RULE);
    }

    /** Distribution list on the left; authority, post and room for seal and name on the right. Never torn apart, and never alone on a page. */
    void signature() {
        document.getLastParagraph().setKeepNext(true);
        XWPFParagraph gap = document.createParagraph();
        gap.setStyle(WordStyles.RULE);
        gap.setKeepNext(true);
        XWPFTable table = WordTable.frame(document, WordPage.TEXT_WIDTH / 2);
        XWPFTableCell left = table.getRow(0).getCell(0);
        add(left, WordStyles.RECIPIENTS_LABEL, say("recipients"));
        letter.distribution().forEach(line -> add(left, WordStyles.RECIPIENTS, line));
        XWPFTableCell right = table.getRow(0).getCell(1);
        Letter.Signature signature = letter.signature();
        signature.authority().forEach(line -> add(right, WordStyles.SIGNER, line));
        add(right, WordStyles.SIGNER, signature.post());
        for (int i = 0; i < 5; i++) {
            add(right, WordStyles.SIGNER, "");
        }
        add(right, WordStyles.SIGNER, signature.name());
    }

    private static void add(XWPFTableCell cell, String style, String text) {
        boolean fresh = cell.getParagraphs().size() == 1
                && cell.getParagraphArray(0).getStyle() == null
                && cell.getParagraphArray(0).getRuns().isEmpty();
        WordText.fill(fresh ? cell.getParagraphArray(0) : cell.addParagraph(), style, text);
    }
}

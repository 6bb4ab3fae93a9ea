package vn.toam.output;

import static vn.toam.output.Phrases.say;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** What stands around the body: letterhead and title above it, distribution list and signature below it. */
final class WordFrame {

    private static final int LEFT = 3300;
    private static final int RIGHT = WordPage.TEXT_WIDTH - LEFT;

    private final XWPFDocument document;
    private final Report report;

    WordFrame(XWPFDocument document, Report report) {
        this.document = document;
        this.report = report;
    }

    /** Issuer and number on the left; national title, motto, place and date on the right. */
    void letterhead() {
        Report.Letterhead head = report.letterhead();
        XWPFTable table = WordTable.frame(document, LEFT);
        XWPFTableCell left = table.getRow(0).getCell(0);
        if (!head.parent().isBlank()) {
            add(left, WordStyles.HEAD_UPPER, head.parent());
        }
        head.issuer().lines().forEach(line -> add(left, WordStyles.HEAD_BOLD, line));
        WordText.line(left.addParagraph(), LEFT * 3 / 10);
        add(left, WordStyles.NUMBER, say("number", number(head.number()), head.code()));
        XWPFTableCell right = table.getRow(0).getCell(1);
        add(right, WordStyles.HEAD_BOLD, say("nation"));
        add(right, WordStyles.MOTTO, say("motto"));
        WordText.line(right.addParagraph(), (RIGHT - 3300) / 2);
        add(right, WordStyles.DATED, dated(head, report.year()));
    }

    /** The kind of document, what it is about, and the short line under them. */
    void title() {
        WordText.paragraph(document, WordStyles.TITLE, say("type"));
        WordText.paragraph(document, WordStyles.SUBJECT, capitalised(report.subject()));
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
        List<String> recipients = recipients(report);
        recipients.forEach(line -> add(left, WordStyles.RECIPIENTS, line));
        XWPFTableCell right = table.getRow(0).getCell(1);
        Report.Signature signature = report.signature();
        signature.authority().forEach(line -> add(right, WordStyles.SIGNER, line));
        add(right, WordStyles.SIGNER, signature.post());
        for (int i = 0; i < 5; i++) {
            add(right, WordStyles.SIGNER, "");
        }
        add(right, WordStyles.SIGNER, signature.name());
    }

    /** {@code - Như trên;} … {@code - Lưu: VT.} */
    static List<String> recipients(Report report) {
        List<String> names = report.recipients();
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> "- " + names.get(i) + (i == names.size() - 1 ? "." : ";"))
                .toList();
    }

    /** Place and date; days below 10 and the months January and February have a leading zero, a date not yet known has room for a pen. */
    static String dated(Report.Letterhead head, int year) {
        LocalDate date = head.date();
        if (date == null) {
            return say("dated", head.place(), "      ", "      ", String.valueOf(year));
        }
        int month = date.getMonthValue();
        return say(
                "dated",
                head.place(),
                "%02d".formatted(date.getDayOfMonth()),
                (month < 3 ? "0" : "") + month,
                String.valueOf(date.getYear()));
    }

    /** What an annex says it comes with: number and day of the report, or room for a pen. */
    static String belongsTo(Report report) {
        Report.Letterhead head = report.letterhead();
        String day = head.date() == null ? say("annex.day", String.valueOf(report.year())) : Citation.day(head.date());
        return say("annex.to", number(head.number()), head.code(), day, head.issuerInText());
    }

    /** The number, below 10 with a leading zero, or room for a pen. */
    static String number(String number) {
        return number.isBlank() ? "        " : number.length() == 1 ? "0" + number : number;
    }

    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static void add(XWPFTableCell cell, String style, String text) {
        boolean fresh = cell.getParagraphs().size() == 1
                && cell.getParagraphArray(0).getStyle() == null
                && cell.getParagraphArray(0).getRuns().isEmpty();
        WordText.fill(fresh ? cell.getParagraphArray(0) : cell.addParagraph(), style, text);
    }
}

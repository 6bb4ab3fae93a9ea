package vn.toam.letter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Styles of the document: Times New Roman, sizes and weights of Decree 30/2020, Annex I. Real heading styles feed the navigation pane and
 * screen readers. Sizes are points, indents and distances twips (1/1440 inch; 1 cm = 567).
 */
final class WordStyles {

    static final String BODY = "BodyText";
    static final String BASIS = "LegalBasis";
    static final String HEADING = "Heading";
    static final String CAPTION = "Caption";
    static final String RULE = "Rule";
    static final String CELL = "Cell";
    static final String CELL_HEAD = "CellHead";
    static final String HEAD_UPPER = "HeadUpper";
    static final String HEAD_BOLD = "HeadBold";
    static final String MOTTO = "Motto";
    static final String NUMBER = "Number";
    static final String DATED = "Dated";
    static final String TITLE = "Title";
    static final String SUBJECT = "Subtitle";
    static final String SIGNER = "Signer";
    static final String RECIPIENTS_LABEL = "RecipientsLabel";
    static final String RECIPIENTS = "Recipients";
    static final String PAGE_NUMBER = "Header";
    static final String DEMO = "Footer";

    private static final int FIRST_LINE = 720;

    private final XWPFStyles styles;
    private final List<CTStyle> made = new ArrayList<>();

    private WordStyles(XWPFStyles styles) {
        this.styles = styles;
    }

    static void define(XWPFDocument document) {
        WordStyles all = new WordStyles(document.createStyles());
        all.defaults();
        all.add("Normal", "Normal", 14, "", STJc.LEFT, 0, 0);
        all.body();
        all.frame();
        all.tables();
        // handed over last: POI keeps copies
        all.made.forEach(style -> all.styles.addStyle(new XWPFStyle(style, all.styles)));
    }

    private void defaults() {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setCs("Times New Roman");
        fonts.setEastAsia("Times New Roman");
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
    }

    private void body() {
        indent(add(BODY, "Body Text", 14, "", STJc.BOTH, 0, 120), FIRST_LINE);
        indent(add(BASIS, "Legal Basis", 14, "i", STJc.BOTH, 0, 120), FIRST_LINE);
        heading(1, "b", 120);
        heading(2, "b", 60);
        heading(3, "", 0);
        CTStyle caption = add(CAPTION, "caption", 13, "b", STJc.CENTER, 120, 80);
        caption.getPPr().addNewKeepNext();
    }

    private void heading(int level, String weight, int before) {
        CTStyle style = add(HEADING + level, "heading " + level, 14, weight, STJc.BOTH, before, 120);
        indent(style, FIRST_LINE);
        CTPPrGeneral pPr = style.getPPr();
        pPr.addNewKeepNext();
        pPr.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
    }

    private void frame() {
        add(HEAD_UPPER, "Letterhead Upper", 12, "", STJc.CENTER, 0, 0);
        add(HEAD_BOLD, "Letterhead Bold", 12, "b", STJc.CENTER, 0, 0);
        add(MOTTO, "Letterhead Motto", 13, "b", STJc.CENTER, 0, 0);
        add(NUMBER, "Document Number", 13, "", STJc.CENTER, 60, 0);
        add(DATED, "Place and Date", 13, "i", STJc.CENTER, 60, 0);
        add(TITLE, "Title", 14, "b", STJc.CENTER, 240, 0);
        add(SUBJECT, "Subtitle", 14, "b", STJc.CENTER, 0, 0);
        add(SIGNER, "Signer", 14, "b", STJc.CENTER, 0, 0);
        add(RECIPIENTS_LABEL, "Recipients Label", 12, "bi", STJc.LEFT, 0, 0);
        add(RECIPIENTS, "Recipients", 11, "", STJc.LEFT, 0, 0);
        add(PAGE_NUMBER, "header", 14, "", STJc.CENTER, 0, 0);
        add(DEMO, "footer", 11, "b", STJc.CENTER, 0, 0);
        CTStyle rule = add(RULE, "Rule", 4, "", STJc.CENTER, 60, 0);
        CTSpacing spacing = rule.getPPr().getSpacing();
        spacing.setLine(BigInteger.valueOf(120));
        spacing.setLineRule(STLineSpacingRule.EXACT);
    }

    private void tables() {
        add(CELL, "Table Cell", 12, "", STJc.LEFT, 30, 30);
        add(CELL_HEAD, "Table Head", 12, "b", STJc.CENTER, 30, 30);
    }

    /** A paragraph style; {@code weight} holds b for bold, i for italic. */
    private CTStyle add(String id, String name, int size, String weight, STJc.Enum align, int before, int after) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (id.equals("Normal")) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal("Normal");
        }
        style.addNewQFormat();
        CTPPrGeneral pPr = style.addNewPPr();
        CTSpacing spacing = pPr.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        pPr.addNewJc().setVal(align);
        CTRPr rPr = style.addNewRPr();
        if (weight.contains("b")) {
            rPr.addNewB();
        }
        if (weight.contains("i")) {
            rPr.addNewI();
        }
        rPr.addNewSz().setVal(BigInteger.valueOf(size * 2L));
        rPr.addNewSzCs().setVal(BigInteger.valueOf(size * 2L));
        made.add(style);
        return style;
    }

    private static void indent(CTStyle style, int firstLine) {
        CTPPrGeneral pPr = style.getPPr();
        pPr.addNewInd().setFirstLine(BigInteger.valueOf(firstLine));
    }
}

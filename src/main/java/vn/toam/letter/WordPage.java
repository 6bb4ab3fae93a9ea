package vn.toam.letter;

import static vn.toam.letter.LetterWords.say;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The sheet: A4, margins of Decree 30/2020, page number in the top margin from page 2 on, and the make-believe mark on every page. */
final class WordPage {

    /** Width between the margins in twips: 210 − 30 − 20 mm. */
    static final int TEXT_WIDTH = 9071;

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final int MM_20 = 1134;
    private static final int MM_30 = 1701;

    private WordPage() {}

    static void set(XWPFDocument document, boolean demo) {
        CTSectPr section = document.getDocument().getBody().isSetSectPr()
                ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
        headers(document, demo);
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        size.setOrient(STPageOrientation.PORTRAIT);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MM_20));
        margins.setBottom(BigInteger.valueOf(MM_20));
        margins.setLeft(BigInteger.valueOf(MM_30));
        margins.setRight(BigInteger.valueOf(MM_20));
        margins.setHeader(BigInteger.valueOf(567));
        margins.setFooter(BigInteger.valueOf(567));
        margins.setGutter(BigInteger.ZERO);
        modern(document);
    }

    /** Says that the file is of Word 2013 or later; without it Word opens it in its compatibility mode. */
    private static void modern(XWPFDocument document) {
        try (XmlCursor settings = document.getSettings().getCTSettings().newCursor()) {
            settings.toEndToken();
            settings.beginElement("compat", WORD);
            settings.beginElement("compatSetting", WORD);
            settings.insertAttributeWithValue("name", WORD, "compatibilityMode");
            settings.insertAttributeWithValue("uri", WORD, "http://schemas.microsoft.com/office/word");
            settings.insertAttributeWithValue("val", WORD, "15");
        }
    }

    private static void headers(XWPFDocument document, boolean demo) {
        XWPFHeader following = document.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph number = first(following.getParagraphs(), following::createParagraph);
        number.setStyle(WordStyles.PAGE_NUMBER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        number.getCTP().getFldSimpleArray(0).addNewR().addNewT().setStringValue("2");
        XWPFHeader firstPage = document.createHeader(HeaderFooterType.FIRST);
        first(firstPage.getParagraphs(), firstPage::createParagraph).setStyle(WordStyles.PAGE_NUMBER);
        if (demo) {
            mark(document.createFooter(HeaderFooterType.DEFAULT));
            mark(document.createFooter(HeaderFooterType.FIRST));
        }
    }

    private static void mark(XWPFFooter footer) {
        WordText.fill(first(footer.getParagraphs(), footer::createParagraph), WordStyles.DEMO, say("demo"));
    }

    private static XWPFParagraph first(
            java.util.List<XWPFParagraph> there, java.util.function.Supplier<XWPFParagraph> make) {
        return there.isEmpty() ? make.get() : there.getFirst();
    }
}

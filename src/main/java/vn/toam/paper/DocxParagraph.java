package vn.toam.paper;

import java.util.Objects;
import java.util.function.Function;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.EncodingFinder;
import vn.toam.encoding.FontRuns;

/** One paragraph of a .docx file while it is read: its number, its runs with their fonts, and text boxes that hang on it. */
final class DocxParagraph {
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final FontRuns runs;
    private final DocxStyles.Style own = new DocxStyles.Style();
    private final StringBuilder boxes = new StringBuilder();
    private DocxStyles.Style run = new DocxStyles.Style();
    private @Nullable String style;
    private @Nullable String runStyle;
    private @Nullable String label;
    private boolean inRun;
    private boolean inProperties;
    private boolean inText;

    DocxParagraph(DocxStyles styles, DocxNumbering numbering, EncodingFinder finder) {
        this.styles = styles;
        this.numbering = numbering;
        this.runs = new FontRuns(finder);
    }

    void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "pPr", "rPr" -> inProperties = true;
            case "pStyle" -> style = DocxStyles.attribute(xml, "val");
            case "rStyle" -> runStyle = DocxStyles.attribute(xml, "val");
            case "r" -> beginRun();
            case "t" -> inText = inRun;
            default -> {
                if (inProperties) {
                    (inRun ? run : own).read(xml);
                } else if (inRun) {
                    add(character(xml));
                }
            }
        }
    }

    void end(String element) {
        switch (element) {
            case "pPr" -> {
                inProperties = false;
                countNumber();
            }
            case "rPr" -> inProperties = !inRun;
            case "r" -> inRun = false;
            case "t" -> inText = false;
            default -> {
                // nothing ends that matters here
            }
        }
    }

    void characters(String text) {
        if (inText) {
            add(text);
        }
    }

    /** A paragraph of a text box that is anchored in this one. */
    void addBox(String lines) {
        boxes.append('\n').append(lines);
    }

    /** The finished paragraph, its number before it and its text boxes on lines after it. */
    String lines() {
        String number = countNumber();
        String text = runs.take();
        return (text.isBlank() ? text : number + text) + boxes;
    }

    private void beginRun() {
        inRun = true;
        inProperties = false;
        run = new DocxStyles.Style();
        runStyle = null;
    }

    private String countNumber() {
        if (label == null) {
            String numId = own.numId() == null ? styles.find(null, style, DocxStyles.Style::numId) : own.numId();
            String level = own.level() == null ? styles.find(null, style, DocxStyles.Style::level) : own.level();
            label = numbering.next(numId, level);
        }
        return label;
    }

    private void add(String text) {
        if (!text.isEmpty() && !isOn(DocxStyles.Style::hidden)) {
            String font = run.font() == null ? styles.find(runStyle, style, DocxStyles.Style::font) : run.font();
            runs.add(Objects.requireNonNullElse(font, ""), isOn(DocxStyles.Style::caps), text);
        }
    }

    private boolean isOn(Function<DocxStyles.Style, @Nullable Boolean> question) {
        Boolean said = question.apply(run);
        return Boolean.TRUE.equals(said == null ? styles.find(runStyle, style, question) : said);
    }

    /** Characters that Word writes as elements. */
    private static String character(XMLStreamReader xml) {
        return switch (xml.getLocalName()) {
            case "tab", "ptab" -> "\t";
            case "br", "cr" -> "\n";
            case "noBreakHyphen" -> "-";
            case "sym" -> symbol(Objects.requireNonNullElse(DocxStyles.attribute(xml, "char"), ""));
            default -> "";
        };
    }

    private static String symbol(String code) {
        return code.matches("[0-9A-Fa-f]{4}") ? String.valueOf((char) Integer.parseInt(code, 16)) : "";
    }
}

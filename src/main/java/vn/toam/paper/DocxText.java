package vn.toam.paper;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.EncodingFinder;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * Text of a .docx file in reading order: paragraphs as lines, tables as {@link TableRows}, text
 * boxes after the paragraph they hang on, footnotes at the end as "[1] …". Left out: headers and footers, tracked
 * deletions, hidden text, field codes. The XML is streamed; nesting costs no stack.
 */
final class DocxText {
    /** Elements whose whole content is skipped: deletions, former formatting, and second copies of drawings. */
    private static final Set<String> SKIPPED = Set.of("del", "moveFrom", "pPrChange", "rPrChange", "Fallback");

    /** The main text: "word/document.xml", or "word/document2.xml" and the like from some online editors. */
    private static final Pattern MAIN = Pattern.compile("word/document\\d*\\.xml");

    /** Elements inside elements; Word stays below 100 with tables in tables and text boxes. */
    private static final int MAX_DEPTH = 2_000;

    private final EncodingFinder finder;
    private final StringBuilder text = new StringBuilder();
    private final Deque<DocxParagraph> open = new ArrayDeque<>();
    private final Deque<TableRows> tables = new ArrayDeque<>();
    private int depth;
    private int skipped;
    private int footnotes;
    private String mark = "";

    DocxText(EncodingFinder finder) {
        this.finder = finder;
    }

    String read(byte[] bytes) throws UnreadableFile, IOException {
        ZipParts parts =
                new ZipParts(bytes, Pattern.compile("word/(?:document\\d*|styles|numbering|footnotes|endnotes)\\.xml"));
        try {
            DocxStyles styles = new DocxStyles(parts.part("word/styles.xml"));
            DocxNumbering numbering = new DocxNumbering(parts.part("word/numbering.xml"));
            XMLStreamReader notes = parts.part("word/footnotes.xml");
            for (XMLStreamReader part : List.of(parts.first(MAIN), notes, parts.part("word/endnotes.xml"))) {
                readPart(part, styles, numbering);
            }
            return text.toString();
        } catch (XMLStreamException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        }
    }

    private void readPart(XMLStreamReader xml, DocxStyles styles, DocxNumbering numbering)
            throws XMLStreamException, UnreadableFile {
        while (xml.hasNext()) {
            int event = xml.next();
            ZipParts.refuseDoctype(event);
            if (event == XMLStreamReader.START_ELEMENT) {
                start(xml, styles, numbering);
            } else if (event == XMLStreamReader.END_ELEMENT) {
                end(xml.getLocalName());
            } else if (xml.hasText() && skipped == 0 && !open.isEmpty()) {
                open.element().characters(xml.getText());
            }
        }
    }

    private void start(XMLStreamReader xml, DocxStyles styles, DocxNumbering numbering) throws UnreadableFile {
        String element = xml.getLocalName();
        if (++depth > MAX_DEPTH) {
            throw new UnreadableFile(Reason.BOMB, "elements nested deeper than " + MAX_DEPTH);
        }
        if (skipped > 0 || SKIPPED.contains(element) || isSeparator(xml)) {
            skipped++;
        } else if (element.equals("p")) {
            open.push(new DocxParagraph(styles, numbering, finder));
        } else if (element.equals("footnote") || element.equals("endnote")) {
            mark = "[" + ++footnotes + "] ";
        } else if (!open.isEmpty()) {
            open.element().start(xml);
        } else {
            table(xml, element);
        }
    }

    private void table(XMLStreamReader xml, String element) {
        switch (element) {
            case "tbl" -> tables.push(new TableRows());
            case "tr" -> inTable(TableRows::row);
            case "tc" -> inTable(TableRows::cell);
            case "gridSpan" -> inTable(table -> table.spans(width(DocxStyles.attribute(xml, "val"))));
            default -> {}
        }
    }

    private void inTable(Consumer<TableRows> step) {
        if (!tables.isEmpty()) {
            step.accept(tables.element());
        }
    }

    private static int width(@Nullable String columns) {
        return columns != null && columns.matches("\\d{1,3}") ? Integer.parseInt(columns) : 1;
    }

    private void end(String element) {
        depth--;
        if (skipped > 0) {
            skipped--;
        } else if (element.equals("p") && !open.isEmpty()) {
            finish(open.pop());
        } else if (!open.isEmpty()) {
            open.element().end(element);
        } else if (element.equals("tbl") && !tables.isEmpty()) {
            String lines = tables.pop().lines();
            if (!lines.isEmpty()) {
                put(lines.substring(0, lines.length() - 1));
            }
        }
    }

    /** Lines of the cell that is open, or of the text. */
    private void put(String lines) {
        if (tables.isEmpty()) {
            text.append(lines).append('\n');
        } else {
            tables.element().add(lines);
        }
    }

    private void finish(DocxParagraph paragraph) {
        String lines = paragraph.lines();
        if (open.isEmpty()) {
            put(mark + lines);
            mark = "";
        } else {
            open.element().addBox(lines);
        }
    }

    /** The line that Word draws above footnotes is stored as a footnote of its own. */
    private static boolean isSeparator(XMLStreamReader xml) {
        boolean note =
                xml.getLocalName().equals("footnote") || xml.getLocalName().equals("endnote");
        return note && DocxStyles.attribute(xml, "type") != null && !"normal".equals(DocxStyles.attribute(xml, "type"));
    }
}

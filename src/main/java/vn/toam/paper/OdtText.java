package vn.toam.paper;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.EncodingFinder;
import vn.toam.encoding.FontRuns;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * Text of an OpenDocument text (.odt) in reading order: paragraphs, list items with their numbers, table cells and text boxes as lines,
 * footnotes at the end as "[1] …". Left out: headers and footers, tracked deletions, comments, hidden text. The XML is streamed.
 */
final class OdtText {
    private static final Pattern PARTS = Pattern.compile("content\\.xml|styles\\.xml|META-INF/manifest\\.xml");
    private static final Set<String> SKIPPED = Set.of(
            "tracked-changes",
            "annotation",
            "annotation-end",
            "note-citation",
            "forms",
            "desc",
            "title",
            "sequence-decls");
    private static final int MAX_DEPTH = 2_000;

    /** More blanks in a row than this are no blanks of a document. */
    private static final int MAX_BLANKS = 200;

    /** A paragraph or span that is open: its style; a paragraph also has its label and what it has collected so far. */
    private record Open(@Nullable String style, @Nullable FontRuns runs, String label) {}

    /** A list that is open. */
    private record Listed(@Nullable String style, String identity) {}

    private final EncodingFinder finder;
    private final OdtStyles styles = new OdtStyles();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Listed> lists = new ArrayDeque<>();
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final StringBuilder boxes = new StringBuilder();
    private int depth;
    private int skipped;
    private int inNote;
    private int noteCount;
    private int listCount;
    private int startAt;
    private long shown;
    private String noteMark = "";
    private boolean labelled;

    OdtText(EncodingFinder finder) {
        this.finder = finder;
    }

    String read(byte[] bytes) throws UnreadableFile, IOException {
        ZipParts parts = new ZipParts(bytes, PARTS);
        try {
            refuseLocked(parts.part("META-INF/manifest.xml"));
            styles.readAll(parts.part("styles.xml"));
            readContent(parts.first(Pattern.compile("content\\.xml")));
            return body.append(notes).toString();
        } catch (XMLStreamException e) {
            throw new UnreadableFile(Reason.DAMAGED, e);
        }
    }

    private static void refuseLocked(XMLStreamReader manifest) throws XMLStreamException, UnreadableFile {
        while (manifest.hasNext()) {
            if (manifest.next() == XMLStreamReader.START_ELEMENT
                    && manifest.getLocalName().equals("encryption-data")) {
                throw new UnreadableFile(Reason.LOCKED, "encrypted OpenDocument file");
            }
        }
    }

    private void readContent(XMLStreamReader xml) throws XMLStreamException, UnreadableFile {
        while (xml.hasNext()) {
            int event = xml.next();
            ZipParts.refuseDoctype(event);
            if (event == XMLStreamReader.START_ELEMENT) {
                start(xml);
            } else if (event == XMLStreamReader.END_ELEMENT) {
                end(xml.getLocalName());
            } else if (xml.hasText() && skipped == 0 && event != XMLStreamReader.COMMENT) {
                show(xml.getText().replaceAll("[ \\t\\r\\n]+", " "));
            }
        }
    }

    private void start(XMLStreamReader xml) throws UnreadableFile {
        String element = xml.getLocalName();
        if (++depth > MAX_DEPTH) {
            throw new UnreadableFile(Reason.BOMB, "elements nested deeper than " + MAX_DEPTH);
        }
        if (skipped > 0 || SKIPPED.contains(element)) {
            skipped++;
            return;
        }
        switch (element) {
            case "p", "h" -> paragraph(xml, element);
            case "span" -> open.push(new Open(DocxStyles.attribute(xml, "style-name"), null, ""));
            case "list" -> list(xml);
            case "list-item" -> beginItem(xml);
            case "note" -> inNote++;
            case "note-body" -> noteMark = "[" + ++noteCount + "] ";
            case "tab" -> show("\t");
            case "line-break" -> show("\n");
            case "s" -> show(" ".repeat(Math.clamp(OdtNumbering.number(attribute(xml, "c"), 1), 1, MAX_BLANKS)));
            default -> styles.read(xml);
        }
    }

    private void paragraph(XMLStreamReader xml, String element) {
        String style = DocxStyles.attribute(xml, "style-name");
        String label = noteMark;
        noteMark = "";
        boolean heading = element.equals("h") && !"true".equals(DocxStyles.attribute(xml, "is-list-header"));
        if (heading && lists.isEmpty()) {
            int level = OdtNumbering.number(attribute(xml, "outline-level"), 1) - 1;
            label += styles.numbering().next("Outline", "Outline", level, 0);
        } else if (!lists.isEmpty() && !labelled) {
            Listed list = lists.element();
            String of = list.style == null ? styles.list(style) : list.style;
            label += styles.numbering().next(of, list.identity, lists.size() - 1, startAt);
            startAt = 0;
            labelled = true;
        }
        open.push(new Open(style, new FontRuns(finder), label));
    }

    /** A list inside a list is its next level; a list that continues another goes on counting. */
    private void list(XMLStreamReader xml) {
        Listed outer = lists.peek();
        String style = DocxStyles.attribute(xml, "style-name");
        String identity = outer != null
                ? outer.identity
                : Objects.requireNonNullElse(
                        DocxStyles.attribute(xml, "continue-list"),
                        Objects.requireNonNullElse(DocxStyles.attribute(xml, "id"), "list " + ++listCount));
        boolean goesOn = "true".equals(DocxStyles.attribute(xml, "continue-numbering"));
        String of = style == null && outer != null ? outer.style : style;
        lists.push(new Listed(of, goesOn && outer == null ? "style " + of : identity));
        labelled = true;
    }

    private void beginItem(XMLStreamReader xml) {
        startAt = OdtNumbering.number(attribute(xml, "start-value"), 0);
        labelled = false;
    }

    private void end(String element) {
        depth--;
        if (skipped > 0) {
            skipped--;
            return;
        }
        switch (element) {
            case "p", "h" -> finish();
            case "span" -> closeSpan();
            case "list" -> lists.poll();
            case "list-item" -> labelled = true;
            case "note" -> inNote--;
            default -> {
                // nothing ends that matters here
            }
        }
    }

    private void closeSpan() {
        if (!open.isEmpty() && open.element().runs == null) {
            open.pop();
        }
    }

    private void finish() {
        while (!open.isEmpty() && open.element().runs == null) {
            open.pop();
        }
        Open paragraph = open.poll();
        String line = paragraph == null || paragraph.runs == null ? "" : paragraph.runs.take();
        boolean inBox = inNote == 0 && !open.isEmpty();
        if (paragraph != null && !line.isBlank()) {
            StringBuilder to = inNote > 0 ? notes : inBox ? boxes : body;
            to.append(paragraph.label).append(line).append('\n');
        }
        if (open.isEmpty()) {
            body.append(boxes);
            boxes.setLength(0);
        }
    }

    private void show(String text) throws UnreadableFile {
        shown += text.length();
        if (shown > 2L * TextExtractor.MAX_CHARS) {
            throw new UnreadableFile(Reason.OVERLONG, "more than " + shown + " characters");
        }
        String span = null;
        for (Open o : open) {
            if (o.runs != null) {
                if (!styles.hidden(span, o.style)) {
                    o.runs.add(styles.font(span, o.style), styles.caps(span, o.style), text);
                }
                return;
            }
            span = span == null ? o.style : span;
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(DocxStyles.attribute(xml, name), "");
    }
}

package vn.toam.paper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import vn.toam.encoding.EncodingFinder;
import vn.toam.encoding.FontRuns;
import vn.toam.encoding.TextBytes;
import vn.toam.paper.UnreadableFile.Reason;

/**
 * Text of a web page, also as Word and LibreOffice save it, often under the name .doc: paragraphs, list items and table cells as lines,
 * numbers of lists counted, footnotes as "[1] …". Left out: scripts, styles, page headers and footers, hidden parts.
 */
final class HtmlText implements NodeVisitor {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})");
    private static final int HEAD = 4096;
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "head",
            "template",
            "noscript",
            "select",
            "button",
            "textarea",
            "svg",
            "math",
            "object",
            "iframe",
            "xml");
    private static final Set<String> LINES = Set.of(
            "p",
            "div",
            "td",
            "th",
            "tr",
            "table",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "dl",
            "dt",
            "dd",
            "pre",
            "hr",
            "center",
            "form",
            "fieldset",
            "address",
            "figure",
            "caption",
            "body");

    /** The mark in the text that leads to a footnote, and the one that leads back from it. */
    private static final Pattern TO_NOTE = Pattern.compile("#(?:sdfootnote\\d+sym|sdendnote\\d+sym|_(?:ftn|edn)\\d+)");

    private static final Pattern FROM_NOTE = Pattern.compile("#(?:sdfootnote|sdendnote|_ftnref|_ednref)(\\d+)(?:anc)?");

    /** A page is held in memory as a tree, which is many times as large; office programs write ten characters for one of text. */
    private static final int MAX_CHARS = 6_000_000;

    private final HtmlLists lists = new HtmlLists();
    private final FontRuns runs;
    private final StringBuilder text = new StringBuilder();
    private String label = "";
    private int hidden;
    private int preformatted;

    private HtmlText(EncodingFinder finder) {
        runs = new FontRuns(finder);
    }

    static String read(byte[] bytes, EncodingFinder finder) throws UnreadableFile {
        return read(decode(bytes), finder);
    }

    static String read(String html, EncodingFinder finder) throws UnreadableFile {
        if (html.length() > MAX_CHARS) {
            throw new UnreadableFile(Reason.OVERLONG, html.length() + " characters of HTML");
        }
        HtmlText reader = new HtmlText(finder);
        Jsoup.parse(html).traverse(reader);
        reader.endLine();
        return reader.text.toString();
    }

    /** By the byte order mark or the declared character set when the bytes agree with it, else as for plain text. */
    static String decode(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(start);
        boolean wide = TextBytes.wide(bytes) != null;
        return !wide && declared.find() ? decode(bytes, declared.group(1)) : TextBytes.decode(bytes);
    }

    static String decode(byte[] bytes, String charset) {
        try {
            Charset named = Charset.forName(charset);
            boolean latin = named.name().startsWith("windows-125") || named.equals(StandardCharsets.ISO_8859_1);
            return latin
                    ? utf8OrNamed(bytes, named)
                    : named.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return TextBytes.decode(bytes);
        }
    }

    /** Pages that say windows-1252 and are UTF-8 are common; the other way round the bytes would not be UTF-8. */
    private static String utf8OrNamed(byte[] bytes, Charset named) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return TextBytes.eightBit(bytes, named);
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            open(element);
        } else if (node instanceof TextNode words && hidden == 0) {
            show(words);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        hidden -= hides(element) ? 1 : 0;
        preformatted -= element.normalName().equals("pre") ? 1 : 0;
        if (hidden == 0 && LINES.contains(element.normalName())) {
            endLine();
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        Matcher back = FROM_NOTE.matcher(element.attr("href"));
        if (hidden == 0 && name.equals("a") && back.matches()) {
            label = "[" + back.group(1) + "] ";
        }
        hidden += hides(element) ? 1 : 0;
        preformatted += name.equals("pre") ? 1 : 0;
        if (hidden > 0) {
            return;
        }
        if (name.equals("br") || LINES.contains(name)) {
            endLine();
        }
        if (name.equals("li")) {
            label = lists.label(element);
        }
    }

    private static boolean hides(Element element) {
        String name = element.normalName();
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        String href = element.attr("href");
        boolean pageEdge = name.equals("div") && Set.of("header", "footer").contains(element.attr("title"));
        boolean note = name.equals("a")
                && (TO_NOTE.matcher(href).matches() || FROM_NOTE.matcher(href).matches());
        return LEFT_OUT.contains(name)
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || name.startsWith("o:")
                || name.equals("del")
                || pageEdge
                || note;
    }

    private void show(TextNode node) {
        String words =
                preformatted > 0 ? node.getWholeText() : node.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
        if (!words.isBlank() || !runs.isEmpty()) {
            runs.add("", false, label);
            label = "";
            runs.add(HtmlLists.font(node), HtmlLists.capitals(node), words);
        }
    }

    private void endLine() {
        String line = runs.take();
        if (!line.isBlank()) {
            text.append(line.strip()).append('\n');
        }
    }
}

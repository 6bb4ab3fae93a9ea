package vn.toam.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument text, as far as they bear on its words: font, capitals, hidden; and its list styles. */
final class OdtStyles {
    /** Styles inherit from each other; longer chains than this are a loop. */
    private static final int MAX_CHAIN = 20;

    private static final class Style {
        private @Nullable String parent;
        private @Nullable String list;
        private @Nullable String font;
        private @Nullable Boolean caps;
        private @Nullable Boolean hidden;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private final OdtNumbering numbering = new OdtNumbering();

    OdtNumbering numbering() {
        return numbering;
    }

    /** Takes in one element of {@code styles.xml} or of the automatic styles before the text. */
    void read(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (name.equals("style") || name.equals("default-style")) {
            current = begin(xml);
        } else if (name.equals("text-properties")) {
            properties(xml);
        } else {
            numbering.read(xml);
        }
    }

    private Style current = new Style();

    private Style begin(XMLStreamReader xml) {
        Style style = new Style();
        style.parent = DocxStyles.attribute(xml, "parent-style-name");
        style.list = DocxStyles.attribute(xml, "list-style-name");
        styles.put(Objects.requireNonNullElse(DocxStyles.attribute(xml, "name"), ""), style);
        return style;
    }

    private void properties(XMLStreamReader xml) {
        String font = DocxStyles.attribute(xml, "font-name");
        String family = DocxStyles.attribute(xml, "font-family");
        current.font = font == null ? family : font;
        String transform = DocxStyles.attribute(xml, "text-transform");
        current.caps = transform == null ? null : Boolean.valueOf(transform.equals("uppercase"));
        String display = DocxStyles.attribute(xml, "display");
        current.hidden = display == null ? null : Boolean.valueOf(display.equals("none"));
    }

    void readAll(XMLStreamReader xml) throws XMLStreamException, UnreadableFile {
        while (xml.hasNext()) {
            int event = xml.next();
            ZipParts.refuseDoctype(event);
            if (event == XMLStreamReader.START_ELEMENT) {
                read(xml);
            }
        }
    }

    /** The font of a piece of text by its own style, else its paragraph's; an empty name when nothing is said. */
    String font(@Nullable String span, @Nullable String paragraph) {
        return Objects.requireNonNullElse(find(span, paragraph, s -> s.font), "");
    }

    boolean caps(@Nullable String span, @Nullable String paragraph) {
        return Boolean.TRUE.equals(find(span, paragraph, s -> s.caps));
    }

    boolean hidden(@Nullable String span, @Nullable String paragraph) {
        return Boolean.TRUE.equals(find(span, paragraph, s -> s.hidden));
    }

    /** The list style that a paragraph style brings with it. */
    @Nullable
    String list(@Nullable String paragraph) {
        return find(null, paragraph, s -> s.list);
    }

    private <T> @Nullable T find(
            @Nullable String span, @Nullable String paragraph, Function<Style, @Nullable T> question) {
        T answer = inChain(span, question);
        return answer == null ? inChain(paragraph, question) : answer;
    }

    private <T> @Nullable T inChain(@Nullable String name, Function<Style, @Nullable T> question) {
        Style style = name == null ? null : styles.get(name);
        for (int i = 0; i < MAX_CHAIN && style != null; i++) {
            T answer = question.apply(style);
            if (answer != null) {
                return answer;
            }
            style = style.parent == null ? null : styles.get(style.parent);
        }
        return null;
    }
}

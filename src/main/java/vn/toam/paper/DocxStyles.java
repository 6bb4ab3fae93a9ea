package vn.toam.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The paragraph and character styles of a .docx file, as far as they bear on its text: font, capitals, numbering. */
final class DocxStyles {
    /** Styles inherit from each other; longer chains than this are a loop. */
    private static final int MAX_CHAIN = 20;

    private final Map<String, Style> styles = new HashMap<>();
    private final Style defaults = new Style();
    private String defaultParagraph = "";

    /** What one style says; null where it says nothing. */
    static final class Style {
        private @Nullable String basedOn;
        private @Nullable String font;
        private @Nullable Boolean caps;
        private @Nullable Boolean hidden;
        private @Nullable String numId;
        private @Nullable String level;

        @Nullable
        String font() {
            return font;
        }

        @Nullable
        Boolean caps() {
            return caps;
        }

        @Nullable
        Boolean hidden() {
            return hidden;
        }

        @Nullable
        String numId() {
            return numId;
        }

        @Nullable
        String level() {
            return level;
        }

        /** Takes in one property element of a style, paragraph or run. */
        void read(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "basedOn" -> basedOn = attribute(xml, "val");
                case "rFonts" -> font = fontOf(xml);
                case "caps" -> caps = isOn(xml);
                case "vanish" -> hidden = isOn(xml);
                case "numId" -> numId = attribute(xml, "val");
                case "ilvl" -> level = attribute(xml, "val");
                default -> {
                    // has no bearing on the text
                }
            }
        }

        private @Nullable String fontOf(XMLStreamReader xml) {
            if (attribute(xml, "asciiTheme") != null) {
                return "";
            }
            String ascii = attribute(xml, "ascii");
            String other = ascii == null ? attribute(xml, "hAnsi") : ascii;
            return other == null ? font : other;
        }
    }

    DocxStyles(XMLStreamReader xml) throws XMLStreamException, UnreadableFile {
        Style current = defaults;
        while (xml.hasNext()) {
            int event = xml.next();
            ZipParts.refuseDoctype(event);
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("style")) {
                current = begin(xml);
            } else if (event == XMLStreamReader.START_ELEMENT) {
                current.read(xml);
            }
        }
    }

    /** What the character style says, else the paragraph style (null: the standard one), else the document's defaults. */
    <T> @Nullable T find(
            @Nullable String character, @Nullable String paragraph, Function<Style, @Nullable T> question) {
        T answer = character == null ? null : inChain(character, question);
        if (answer == null) {
            answer = inChain(paragraph == null ? defaultParagraph : paragraph, question);
        }
        return answer == null ? question.apply(defaults) : answer;
    }

    private <T> @Nullable T inChain(String styleId, Function<Style, @Nullable T> question) {
        Style style = styles.get(styleId);
        for (int i = 0; i < MAX_CHAIN && style != null; i++) {
            T answer = question.apply(style);
            if (answer != null) {
                return answer;
            }
            style = style.basedOn == null ? null : styles.get(style.basedOn);
        }
        return null;
    }

    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private Style begin(XMLStreamReader xml) {
        Style style = new Style();
        String id = attribute(xml, "styleId");
        String standard = attribute(xml, "default");
        if (id != null) {
            styles.put(id, style);
            boolean isDefault = "1".equals(standard) || "true".equals(standard);
            if (isDefault && "paragraph".equals(attribute(xml, "type"))) {
                defaultParagraph = id;
            }
        }
        return style;
    }

    private static boolean isOn(XMLStreamReader xml) {
        String value = attribute(xml, "val");
        return !"0".equals(value) && !"false".equals(value) && !"off".equals(value);
    }
}

package vn.toam.paper;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** What the elements around a piece of a web page say of it: the number of a list item, the font, drawn in capitals. */
final class HtmlLists {
    private static final Pattern FONT = Pattern.compile("(?i)font-family\\s*:\\s*[\"']?([^;,\"']{1,60})");

    /** Elements around a text that are asked for its font; Word and LibreOffice put it right beside the text. */
    private static final int NEAR = 6;

    private final Map<Element, Integer> counts = new IdentityHashMap<>();

    /** "2. " or "b) " by the list's own counting, "- " in a list without numbers. */
    String label(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "- ";
        }
        int next = counts.getOrDefault(list, number(list.attr("start"), 1));
        int number = number(item.attr("value"), next);
        counts.put(list, number + 1);
        return format(number, list.attr("type"));
    }

    private static String format(int number, String type) {
        return switch (type) {
            case "I" -> DocxNumbering.format("upperRoman", number) + ". ";
            case "i" -> DocxNumbering.format("lowerRoman", number) + ". ";
            case "A" -> DocxNumbering.format("upperLetter", number) + ". ";
            case "a" -> DocxNumbering.format("lowerLetter", number) + ") ";
            default -> number + ". ";
        };
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** The font that stands nearest around the text, or an empty name. */
    static String font(Node text) {
        Node around = text.parent();
        for (int i = 0; i < NEAR && around instanceof Element element; i++) {
            String face = element.normalName().equals("font") ? element.attr("face") : "";
            Matcher style = FONT.matcher(element.attr("style"));
            if (!face.isEmpty()) {
                return face.split(",")[0].strip();
            }
            if (style.find()) {
                return style.group(1).strip();
            }
            around = element.parent();
        }
        return "";
    }

    static boolean capitals(Node text) {
        @Nullable Node around = text.parent();
        for (int i = 0; i < NEAR && around instanceof Element element; i++) {
            if (element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").contains("text-transform:uppercase")) {
                return true;
            }
            around = element.parent();
        }
        return false;
    }
}

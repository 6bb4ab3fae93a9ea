package vn.toam.paper;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Counts the lists of an OpenDocument text, whose file holds the rule of each level and not the numbers. */
final class OdtNumbering {
    private static final int LEVELS = 10;

    /** How one level of a list is numbered. */
    private static final class Level {
        private boolean bullet;
        private String format = "1";
        private String before = "";
        private String after = "";
        private int start = 1;
        private int shown = 1;
        private @Nullable String pattern;
    }

    private final Map<String, Level[]> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private Level[] current = new Level[LEVELS];

    /** Takes in a list style or one of its levels; other elements are none of its concern. */
    void read(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "list-style" -> current = begin(text(xml, "name"));
            case "outline-style" -> current = begin("Outline");
            case "list-level-style-number", "outline-level-style" -> level(xml).bullet = false;
            case "list-level-style-bullet", "list-level-style-image" -> level(xml).bullet = true;
            default -> {
                // no list
            }
        }
    }

    private Level[] begin(String name) {
        Level[] levels = new Level[LEVELS];
        Arrays.setAll(levels, i -> new Level());
        lists.put(name, levels);
        return levels;
    }

    private Level level(XMLStreamReader xml) {
        Level level = new Level();
        level.format = text(xml, "num-format");
        level.before = text(xml, "num-prefix");
        level.after = text(xml, "num-suffix");
        level.pattern = DocxStyles.attribute(xml, "num-list-format");
        level.start = number(text(xml, "start-value"), 1);
        level.shown = number(text(xml, "display-levels"), 1);
        current[Math.clamp(number(text(xml, "level"), 1) - 1, 0, LEVELS - 1)] = level;
        return level;
    }

    /** Counts one item of a list (by its identity, so that a list goes on where it is continued) and gives its label. */
    String next(@Nullable String style, String list, int depth, int startAt) {
        Level[] levels = style == null ? null : lists.get(style);
        if (levels == null) {
            return "";
        }
        int at = Math.clamp(depth, 0, LEVELS - 1);
        if (levels[at].bullet) {
            return "- ";
        }
        int[] count = counters.computeIfAbsent(list, key -> new int[LEVELS]);
        count[at] = startAt > 0 ? startAt : count[at] == 0 ? levels[at].start : count[at] + 1;
        Arrays.fill(count, at + 1, LEVELS, 0);
        return label(levels, count, at);
    }

    private static String label(Level[] levels, int[] count, int at) {
        Level own = levels[at];
        if (own.format.isEmpty()) {
            return "";
        }
        String label = own.pattern == null ? plain(levels, count, at) : own.pattern;
        for (int i = 0; own.pattern != null && i <= at; i++) {
            label = label.replace("%" + (i + 1) + "%", shown(levels[i], count[i]));
        }
        return label.isBlank() ? "" : label.strip() + " ";
    }

    private static String plain(Level[] levels, int[] count, int at) {
        StringBuilder label = new StringBuilder(levels[at].before);
        for (int i = Math.max(0, at - levels[at].shown + 1); i <= at; i++) {
            label.append(shown(levels[i], count[i])).append(i < at ? "." : "");
        }
        return label.append(levels[at].after).toString();
    }

    private static String shown(Level level, int count) {
        int number = Math.max(count, 1);
        return switch (level.format) {
            case "I" -> DocxNumbering.format("upperRoman", number);
            case "i" -> DocxNumbering.format("lowerRoman", number);
            case "A" -> DocxNumbering.format("upperLetter", number);
            case "a" -> DocxNumbering.format("lowerLetter", number);
            default -> level.format.isEmpty() ? "" : String.valueOf(number);
        };
    }

    private static String text(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(DocxStyles.attribute(xml, name), "");
    }

    static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}

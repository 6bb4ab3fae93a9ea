package vn.toam.paper;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Automatic numbering of a .docx file as text. Word stores "this paragraph is level 2 of list 5" and draws the number;
 * plans depend on these numbers ("I.", "1.", "a)", "-"), so they are counted here the way Word counts.
 */
final class DocxNumbering {
    private static final int LEVELS = 9;
    private static final int LETTERS = 26;
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    /** Numbers beyond this are corrupt, and Roman numerals for them would not end. */
    private static final int MAX_NUMBER = 9_999;

    /** One level of a list: first number, number format, and pattern such as "%1.%2." or a bullet. */
    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String pattern = "";
    }

    /** Levels of "abstract 3" (a list) and of "num 5" (what use 5 of a list does otherwise); null where nothing is said. */
    private final Map<String, @Nullable Level[]> levels = new HashMap<>();

    private final Map<String, String> listOfNum = new HashMap<>();
    private final Map<String, Integer> startOverrides = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    DocxNumbering(XMLStreamReader xml) throws XMLStreamException, UnreadableFile {
        String owner = "";
        int level = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            ZipParts.refuseDoctype(event);
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "abstractNum" -> owner = "abstract " + value(xml, "abstractNumId");
                case "num" -> owner = "num " + value(xml, "numId");
                case "abstractNumId" -> listOfNum.put(owner, "abstract " + value(xml, "val"));
                case "lvl", "lvlOverride" -> level = levelNumber(value(xml, "ilvl"));
                case "startOverride" -> startOverrides.put(owner + "/" + level, number(value(xml, "val")));
                case "start" -> level(owner, level).start = number(value(xml, "val"));
                case "numFmt" -> level(owner, level).format = value(xml, "val");
                case "lvlText" -> level(owner, level).pattern = value(xml, "val");
                default -> {
                    // indents, fonts and the like
                }
            }
        }
    }

    /** Counts one paragraph and gives its label with a blank after it, or an empty text when it has none. */
    String next(@Nullable String numId, @Nullable String ilvl) {
        String num = "num " + numId;
        String list = listOfNum.get(num);
        if (list == null) {
            return "";
        }
        int level = levelNumber(ilvl == null ? "0" : ilvl);
        int[] count = counters.computeIfAbsent(list, key -> notCounted());
        Integer restart = startOverrides.remove(num + "/" + level);
        if (restart != null) {
            count[level] = restart;
        } else {
            count[level] = count[level] < 0 ? find(num, list, level).start : count[level] + 1;
        }
        Arrays.fill(count, level + 1, LEVELS, -1);
        String label = label(num, list, count, level);
        return label.isBlank() ? "" : label + " ";
    }

    private String label(String num, String list, int[] count, int level) {
        Level own = find(num, list, level);
        if (own.format.equals("bullet")) {
            return own.pattern.matches("[-+*]") ? own.pattern : "-";
        }
        String label = own.pattern;
        for (int i = 0; i <= level; i++) {
            Level part = find(num, list, i);
            label = label.replace("%" + (i + 1), format(part.format, Math.max(count[i], part.start)));
        }
        return label;
    }

    static String format(String format, int number) {
        if (number < 1 || number > MAX_NUMBER) {
            return String.valueOf(number);
        }
        return switch (format) {
            case "none" -> "";
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperLetter" -> letters('A', number);
            case "lowerLetter" -> letters('a', number);
            default -> String.valueOf(number);
        };
    }

    /** a … z, then aa, bb … as Word does. */
    private static String letters(char first, int number) {
        char letter = (char) (first + (number - 1) % LETTERS);
        return String.valueOf(letter).repeat(Math.min((number - 1) / LETTERS + 1, LEVELS));
    }

    private static String roman(int number) {
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
            }
        }
        return roman.toString();
    }

    private Level level(String owner, int level) {
        @Nullable Level[] of = levels.computeIfAbsent(owner, key -> new Level[LEVELS]);
        Level known = of[level];
        return known == null ? of[level] = new Level() : known;
    }

    /** The level as this use of the list has it, else as the list itself has it. */
    private Level find(String num, String list, int level) {
        @Nullable Level[] own = levels.get(num);
        Level changed = own == null ? null : own[level];
        return changed == null ? level(list, level) : changed;
    }

    private static int[] notCounted() {
        int[] count = new int[LEVELS];
        Arrays.fill(count, -1);
        return count;
    }

    private static String value(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(DocxStyles.attribute(xml, name), "");
    }

    private static int levelNumber(String text) {
        return Math.clamp(number(text), 0, LEVELS - 1);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}

package vn.toam.definition;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.LineReading.Figure;
import vn.toam.definition.LineReading.Reason;
import vn.toam.definition.LineReading.Refusal;

/**
 * What a line of a form accepts, for every way in: page, paste, cell, workbook, separated values, JSON, other systems. Figures are read in the
 * Vietnamese spelling (1.234,5) and in the English one where that alone makes sense (1,234.5). What could be two values is never guessed.
 */
public final class LineRules {

    /** Most characters of a text line. */
    public static final int MOST_TEXT = 20_000;

    /** Most characters of a note. */
    public static final int MOST_NOTE = 2_000;

    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;
    private static final int SAID = 60;

    private static final String BLANK = "[ \\u00a0\\u2009\\u202f]";
    private static final String PLAIN = "0|[1-9]\\d{0,11}|[1-9]\\d{0,2}(?:" + BLANK + "\\d{3}){1,3}";
    private static final String VIETNAMESE = PLAIN + "|[1-9]\\d{0,2}(?:\\.\\d{3}){1,3}";
    private static final String ENGLISH = PLAIN + "|[1-9]\\d{0,2}(?:,\\d{3}){1,3}";
    private static final Pattern VI = Pattern.compile("(" + VIETNAMESE + ")(?:,(\\d{1,20}))?");
    private static final Pattern EN = Pattern.compile("(" + ENGLISH + ")(?:\\.(\\d{1,20}))?");
    private static final Pattern TWO_DIGITS = Pattern.compile("0\\d");

    private static final Set<String> YES = Set.of("có", "co", "x", "yes", "true", "đúng", "đã", "1");
    private static final Set<String> NO = Set.of("không", "khong", "no", "false", "chưa", "0");
    private static final Set<String> DASHES = Set.of(
            "-",
            "–",
            "—",
            "−",
            "_",
            ".",
            "..",
            "…",
            "...",
            "/",
            "x",
            "?",
            "không",
            "khong",
            "ko",
            "k",
            "không có",
            "khong co",
            "không phát sinh",
            "kps",
            "chưa",
            "chưa có",
            "n/a",
            "na",
            "nil",
            "none",
            "null",
            "trống");
    private static final Pattern DAY = Pattern.compile(
            "\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{2}|\\d{4})|\\d{4}-\\d{1,2}-\\d{1,2}.*|\\d{1,2}-[A-Za-z]{3}.*");
    private static final Pattern FRACTION = Pattern.compile("[\\d ]*[¼½¾⅓⅔⅛]|\\d+( \\d+)?\\s*[/⁄:]\\s*\\d+");
    private static final Pattern BRACKETS = Pattern.compile("\\(.*\\d.*\\)|\\d[\\d.,]*-");
    private static final Pattern POWER = Pattern.compile("[-+]?\\d+([.,]\\d+)?[eE][-+]?\\d+");
    private static final Pattern CODE = Pattern.compile("0\\d+");
    private static final Pattern WORDS = Pattern.compile("(?s).*\\d.*\\p{L}.*|.*\\p{L}.*\\d.*");
    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    private LineRules() {}

    /** How a table spells its figures. */
    public enum Spelling {
        /** 1.234,5. */
        VIETNAMESE,
        /** 1,234.5. */
        ENGLISH,
        /** It has figures of both kinds: what could be either is unclear. */
        MIXED
    }

    /** The value that a text says. */
    public static LineReading read(Field field, String said) {
        return read(field, said, null);
    }

    /** @param spelling of the table that the text stands in; null: nothing is known of it */
    public static LineReading read(Field field, String said, @Nullable Spelling spelling) {
        String text = plain(said);
        if (text.isEmpty()) {
            return new LineReading.Blank();
        }
        if (control(text)) {
            return refusal(field, Reason.CONTROL, text.replaceAll("\\p{Cntrl}", "�"));
        }
        return switch (field.type()) {
            case TEXT -> refusal(field, Reason.FIGURE, text);
            case YES_NO -> answer(field, text);
            default -> figure(field, text, spelling);
        };
    }

    private static LineReading answer(Field field, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word)
                ? new Figure(BigDecimal.ONE)
                : NO.contains(word) ? new Figure(BigDecimal.ZERO) : refusal(field, why(field, text), text);
    }

    private static LineReading figure(Field field, String text, @Nullable Spelling spelling) {
        boolean percents = "percent".equals(field.unit()) && text.endsWith("%");
        String bare = percents ? text.substring(0, text.length() - 1).strip() : text;
        boolean negative = bare.matches("[-−–]\\s*\\d.*");
        String digits = negative ? bare.substring(1).strip() : bare;
        if (TWO_DIGITS.matcher(digits).matches()) {
            return number(field, new BigDecimal(digits), text);
        }
        BigDecimal vietnamese = spelling == Spelling.ENGLISH ? null : value(VI, digits);
        BigDecimal english = spelling == Spelling.VIETNAMESE ? null : value(EN, digits);
        BigDecimal read = vietnamese == null ? english : vietnamese;
        if (read == null) {
            return CODE.matcher(text).matches()
                    ? refusal(field, Reason.CODE, text, stripped(text))
                    : refusal(field, why(field, text), text);
        }
        if (vietnamese != null && english != null && vietnamese.compareTo(english) != 0) {
            boolean ours = spelling == null && digits.indexOf('.') > 0 && field.type() == FieldType.INTEGER;
            if (!ours) {
                return refusal(field, Reason.UNCLEAR, text, written(vietnamese), written(english));
            }
        }
        return number(field, negative ? read.negate() : read, text);
    }

    private static @Nullable BigDecimal value(Pattern spelling, String text) {
        Matcher match = spelling.matcher(text);
        if (!match.matches()) {
            return null;
        }
        String whole = match.group(1).replaceAll("\\D", "");
        return new BigDecimal(match.group(2) == null ? whole : whole + "." + match.group(2));
    }

    /** The value that a number says: of a workbook's number cell, of JSON. */
    public static LineReading read(Field field, BigDecimal figure) {
        return number(field, figure, null);
    }

    private static LineReading number(Field field, BigDecimal figure, @Nullable String text) {
        String said = text == null ? said(figure) : text;
        if (field.type() == FieldType.TEXT) {
            return refusal(field, Reason.FIGURE, said);
        }
        if (figure.signum() != 0 && (long) figure.precision() - figure.scale() > MOST_DIGITS) {
            return refusal(field, Reason.LARGE, said);
        }
        BigDecimal plain = figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
        if (field.type() == FieldType.YES_NO && !field.accepts(plain)) {
            return refusal(field, Reason.ANSWER, said);
        }
        if (field.type() == FieldType.INTEGER && plain.scale() > 0) {
            return refusal(field, Reason.WHOLE, said);
        }
        if (plain.scale() > MOST_DECIMALS) {
            return refusal(field, Reason.DECIMALS, said, String.valueOf(MOST_DECIMALS));
        }
        return field.accepts(plain)
                ? new Figure(plain.scale() < 0 ? plain.setScale(0) : plain)
                : refusal(field, Reason.LEAST, said, written(field.min()));
    }

    /** Why a text is refused that has no value; empty: it may stand in the line, or beside it. */
    public static Optional<Refusal> text(Field field, String said, int most) {
        return control(said)
                ? Optional.of(refusal(field, Reason.CONTROL, said.replaceAll("\\p{Cntrl}", "�")))
                : said.length() > most
                        ? Optional.of(
                                refusal(field, Reason.LONG, said, String.valueOf(said.length()), String.valueOf(most)))
                        : Optional.empty();
    }

    /** A figure as it stands in a cell to be typed over: {@link #read} gives the same figure again. */
    public static String write(Field field, BigDecimal figure) {
        if (field.type() != FieldType.DECIMAL) {
            return written(figure);
        }
        BigDecimal plain = figure.signum() == 0 ? BigDecimal.ZERO : figure.stripTrailingZeros();
        boolean unclear = plain.scale() == 3 && plain.precision() <= 6;
        return plain.setScale(Math.max(0, plain.scale() + (unclear ? 1 : 0)))
                .toPlainString()
                .replace('.', ',');
    }

    /** What pages check at once: the texts that {@link #read} takes for a value of such a line, whatever its smallest value is. */
    public static String pattern(FieldType type) {
        return switch (type) {
            case YES_NO -> "[01]";
            case TEXT -> "[\\s\\S]*";
            case INTEGER ->
                "(?![1-9]\\d{0,2},\\d{3}$)(?:0\\d|(?:" + VIETNAMESE + ")(?:,0{1,20})?|(?:" + ENGLISH
                        + ")(?:\\.0{1,20})?)";
            case DECIMAL ->
                "(?![1-9]\\d{0,2}[.,]\\d{3}$)(?:0\\d|(?:" + VIETNAMESE + ")(?:,\\d{1,6}0*)?|(?:" + ENGLISH
                        + ")(?:\\.\\d{1,6}0*)?)";
        };
    }

    private static Reason why(Field field, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (text.startsWith("#")) {
            return Reason.BROKEN;
        }
        if (text.startsWith("=")) {
            return Reason.FORMULA;
        }
        if (field.type() == FieldType.YES_NO) {
            return Reason.ANSWER;
        }
        return DASHES.contains(word)
                ? Reason.DASH
                : DAY.matcher(text).matches()
                        ? Reason.DAY
                        : FRACTION.matcher(text).matches()
                                ? Reason.FRACTION
                                : text.endsWith("%") || text.endsWith("‰") ? Reason.PERCENT : shape(field, text);
    }

    private static Reason shape(Field field, String text) {
        return BRACKETS.matcher(text).matches()
                ? Reason.BRACKETS
                : POWER.matcher(text).matches()
                        ? Reason.POWER
                        : text.matches("\\d{13,}")
                                ? Reason.LARGE
                                : WORDS.matcher(text).matches()
                                        ? Reason.WORDS
                                        : field.type() == FieldType.DECIMAL ? Reason.DECIMAL : Reason.WHOLE;
    }

    /** Without blanks and invisible characters at its ends; full-width digits and signs as plain ones. */
    private static String plain(String said) {
        String text = ENDS.matcher(said).replaceAll("");
        return text.chars().anyMatch(c -> c >= 0xff01 && c <= 0xff5e)
                ? Normalizer.normalize(text, Normalizer.Form.NFKC)
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** True for what a database and a printer take: no control characters but tabs and ends of lines, no halves of characters. */
    public static boolean printable(String text) {
        return !control(text);
    }

    /** True for what no database and no printer takes: control characters but tabs and ends of lines, halves of characters. */
    private static boolean control(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static String stripped(String code) {
        String digits = code.replaceFirst("^0+(?=.)", "");
        return digits.length() > MOST_DIGITS ? "" : digits;
    }

    private static String said(BigDecimal figure) {
        return Math.abs((long) figure.scale()) > 2 * MOST_DIGITS ? figure.toString() : written(figure);
    }

    private static String written(BigDecimal figure) {
        return vn.toam.shared.Numbers.exact(figure);
    }

    private static Refusal refusal(Field field, Reason reason, String said, String... more) {
        String shown = said.length() <= SAID ? said : said.substring(0, SAID - 1) + "…";
        return new Refusal(reason, field.line(), shown, List.of(more));
    }
}

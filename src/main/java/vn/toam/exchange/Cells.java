package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Field;
import vn.toam.catalog.FieldType;

/** What a cell says as a figure of a line: numbers as Excel keeps them or as Vietnamese officials write them (1.234,5), yes and no in words. */
final class Cells {

    /** Why a cell is no figure. @param key message key, its arguments are the cell's text and the line */
    record Unread(String key, String text) {}

    private static final Pattern WHOLE = Pattern.compile("-?(\\d{1,3}([. \\u00a0]\\d{3})+|\\d{1,12})");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d{1,3}([. \\u00a0]\\d{3})+|\\d{1,12})(,\\d{1,6})?");
    private static final Pattern DAY = Pattern.compile("\\d{2}/\\d{2}/\\d{4}");
    private static final Set<String> YES = Set.of("co", "x", "yes", "true", "dung", "da", "1");
    private static final Set<String> NO = Set.of("khong", "no", "false", "chua", "0");
    private static final Set<String> DASHES = Set.of("-", "–", "—", "…", "...");
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private Cells() {}

    /** The figure; or {@link Unread}. */
    static Object figure(Field field, Object cell) {
        String text =
                cell instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : cell.toString();
        BigDecimal figure = field.type() == FieldType.YES_NO
                ? answer(text)
                : cell instanceof BigDecimal number ? number : number(text);
        if (figure == null) {
            return new Unread(why(field, text), text);
        }
        if (figure.compareTo(MOST) >= 0) {
            return new Unread("exchange.wrong.large", text);
        }
        if (!field.accepts(figure)) {
            boolean low = field.type() != FieldType.YES_NO && figure.compareTo(field.min()) < 0;
            return new Unread(low ? "exchange.wrong.least" : why(field, text), text);
        }
        return figure.signum() == 0 ? BigDecimal.ZERO : plain(figure);
    }

    private static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable BigDecimal answer(String text) {
        String word = Folded.of(text);
        return YES.contains(word) ? BigDecimal.ONE : NO.contains(word) ? BigDecimal.ZERO : null;
    }

    private static @Nullable BigDecimal number(String text) {
        return DECIMAL.matcher(text).matches()
                ? new BigDecimal(text.replaceAll("[. \\u00a0]", "").replace(',', '.'))
                : null;
    }

    private static String why(Field field, String text) {
        if (DASHES.contains(text)) {
            return "exchange.wrong.dash";
        }
        if (text.startsWith("#")) {
            return "exchange.wrong.broken";
        }
        if (DAY.matcher(text).matches()) {
            return "exchange.wrong.day";
        }
        return switch (field.type()) {
            case YES_NO -> "exchange.wrong.answer";
            case DECIMAL -> "exchange.wrong.decimal";
            default -> WHOLE.matcher(text).matches() ? "exchange.wrong.least" : "exchange.wrong.whole";
        };
    }
}

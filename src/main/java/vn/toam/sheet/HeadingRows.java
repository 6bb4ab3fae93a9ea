package vn.toam.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What rows about the headings look like: groups above them, numbers of columns below. */
public final class HeadingRows {

    private static final Pattern NUMBERED = Pattern.compile("\\(?([A-Za-z]|\\d{1,2})\\)?(\\s*=[\\d\\s()+–:/*x-]+)?");
    private static final Pattern NUMBER = Pattern.compile("[-(]?\\d[\\d.,\\s\\u00a0]*%?\\)?");

    private HeadingRows() {}

    /** A, (1), 3 = 1 + 2: what numbers a column and names nothing. */
    public static boolean isNumbered(String text) {
        return NUMBERED.matcher(text).matches();
    }

    /** A row of group names above the headings: some texts, not all at the left, and no numbers. */
    public static boolean isGroup(SheetRow line) {
        long texts = line.cells().stream().filter(cell -> cell != null).count();
        return texts > 1 && line.cells().stream().noneMatch(HeadingRows::isNumber);
    }

    /** A, B, 1, 2, 3 = 1 + 2: each number one more than the one before. */
    public static boolean isNumbering(List<Object> cells) {
        int next = -1;
        for (Object cell : cells) {
            var match = NUMBERED.matcher(
                    cell instanceof java.math.BigDecimal number ? number.toPlainString() : cell.toString());
            if (!match.matches()) {
                return false;
            }
            if (Character.isDigit(match.group(1).charAt(0))) {
                int number = Integer.parseInt(match.group(1));
                if (next >= 0 && number != next) {
                    return false;
                }
                next = number + 1;
            }
        }
        return cells.size() > 1;
    }

    public static boolean isNumber(@Nullable Object cell) {
        return cell instanceof java.math.BigDecimal
                || cell instanceof String text && NUMBER.matcher(text).matches();
    }
}

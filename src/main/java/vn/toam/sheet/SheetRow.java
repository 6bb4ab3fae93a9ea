package vn.toam.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an uploaded file, as read.
 *
 * @param sheet name of its sheet; blank in files without sheets
 * @param number as the user sees it
 * @param cells a {@link java.math.BigDecimal}, a text, or null
 */
public record SheetRow(String sheet, int number, List<@Nullable Object> cells) {

    /** What stands in a column, from 0; null: nothing. */
    public @Nullable Object cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : null;
    }

    /** The letters of a column as Excel writes them: 0 is A, 27 is AB. */
    public static String letters(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : letters(column / 26 - 1) + (char) ('A' + column % 26);
    }
}

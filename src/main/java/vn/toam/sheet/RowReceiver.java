package vn.toam.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in the rows of a file one by one, so that no reader ever holds a whole table. */
@FunctionalInterface
public interface RowReceiver {

    /** Sheet that carries what our own files say about themselves, one word and its value a row. */
    String MARKS = "toam";

    /**
     * One row that is not empty.
     *
     * @param sheet name of the sheet; blank in files without sheets
     * @param number as the user sees it, from 1; 0: the names of a JSON object's members
     * @param cells a {@link java.math.BigDecimal}, a text, or null where there is nothing
     * @throws UnreadableTable when there is more than any return can have
     */
    void row(String sheet, int number, List<@Nullable Object> cells) throws UnreadableTable;

    /**
     * Something of the file that is not read, to be told.
     *
     * @param number its row; 0: the sheet, or a column of it
     * @param column from 0; -1: none
     * @param key message key below {@code left}: sheet, row, column, merged
     */
    default void left(String sheet, int number, int column, String key) {}
}

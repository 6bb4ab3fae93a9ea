package vn.toam.mapping;

import java.util.List;
import java.util.function.Consumer;
import vn.toam.sheet.SheetRow;

/** The rows of the sheet that is read. */
public interface ImportRows {

    /** Rows of headings: those from the row with the headings to the first below them. */
    List<SheetRow> headings();

    /** Gives all rows below the headings, some hundred at a time, and learns in between whether the import was cancelled. */
    void each(Consumer<List<SheetRow>> batch);
}

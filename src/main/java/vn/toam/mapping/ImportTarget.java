package vn.toam.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Page;
import vn.toam.shared.Rejected;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.UnreadableTable;

/**
 * What a table is brought into: which columns it has, what its rows come to, how that is saved and taken back. Asked anew for every step and
 * always in the name of the account that sent the file. A plain list of records is easier said as a {@link RecordTarget}.
 */
public interface ImportTarget {

    /** Where it stands in the product and how it speaks. */
    ImportPlace place();

    /** What remembered columns belong to, such as the id of a form: a sender's table is read the same way into each that says the same. */
    String remembers();

    /** What a column may be, as the sender chooses it. */
    List<ColumnGroup> columns();

    /** What else must be known to read a table. */
    default List<ImportQuestion> questions() {
        return List.of();
    }

    /** @throws Rejected when nothing may be brought in or taken back now */
    default void requireOpen() {}

    /**
     * How a table may be read.
     *
     * @param top the first rows of each sheet
     * @throws UnreadableTable when it is certainly none for this
     */
    Proposal propose(Map<String, List<SheetRow>> top) throws UnreadableTable;

    /** What a mapping lacks; empty: a table can be read by it. Rows and columns named twice are looked at elsewhere. */
    List<Rejected.Problem> check(Mapping mapping);

    /** Holds the rows against what stands there. */
    void compare(Mapping mapping, ImportRows rows, Entries entries);

    /**
     * What the sender means by what was typed for a doubtful cell.
     *
     * @throws Rejected when that is nothing, or several things
     */
    String meant(String column, String typed);

    /** What must be said before these are saved; null: nothing. @param first the first entries that would be saved, at most two */
    default @Nullable ImportQuestion askedToSave(List<Entry> first) {
        return null;
    }

    /** Saves in the running transaction. @return why some were not saved after all, by ordinal: others changed them since */
    Map<Integer, Fault> save(ImportBatch batch);

    /** Takes back in the running transaction what still stands as it was saved. */
    TakenBack undo(ImportBatch batch);

    /** A value as people write it. @param column its id */
    default String show(Page page, String column, @Nullable String value) {
        return value == null ? "–" : value;
    }

    /** What a doubtful cell may mean, in words. @param column whose cell */
    default String choice(Page page, String column, Entry.Choice choice) {
        return choice.name();
    }
}

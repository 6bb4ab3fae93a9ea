package vn.toam.mapping;

import java.util.List;
import vn.toam.shared.Text;

/** Columns of a target that belong together. */
public record ColumnGroup(Text name, List<Column> columns) {

    /**
     * What may stand in a column of a table.
     *
     * @param id unique within the target
     * @param number printed before its name; blank: none
     */
    public record Column(String id, String number, Text name) {}
}

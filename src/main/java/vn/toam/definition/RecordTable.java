package vn.toam.definition;

import java.util.List;
import vn.toam.shared.Text;

/**
 * Rows that belong to a record: members of a board, people on an attendance sheet, findings of an inspection.
 *
 * @param min fewest rows; 0: it may be empty
 * @param max most rows; 0: as many as there are
 * @param desk written by the pages of the register's own desk alone, never typed into the form
 */
public record RecordTable(String id, Text name, int min, int max, boolean desk, List<RecordField> fields) {

    public RecordTable {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}

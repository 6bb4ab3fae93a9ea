package vn.toam.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected.Problem;
import vn.toam.sheet.SheetRow;

/**
 * What keeps a unit from being imported, or was not read, and where it stands.
 *
 * @param sheet its sheet; blank in files without sheets
 * @param row its row; 0: the unit, or the sheet, as a whole
 * @param column letters of its column; blank: the row as a whole
 * @param key message key: what is wrong and what would be right
 * @param arguments values named in the message
 * @param last last year's figure of the line, to hold against it; null: not known
 */
public record Fault(
        String sheet,
        int row,
        String column,
        String key,
        List<String> arguments,
        @Nullable String last) {

    public Fault(String sheet, int row, String column, String key, List<String> arguments) {
        this(sheet, row, column, key, arguments, null);
    }

    /** At a row, or a cell of it. @param column from 0; -1: the row as a whole */
    static Fault at(SheetRow line, int column, String key, String... arguments) {
        return new Fault(
                line.sheet(), line.number(), column < 0 ? "" : SheetRow.letters(column), key, List.of(arguments));
    }

    /** What another module says about a unit as a whole. */
    static Fault of(Problem problem) {
        return new Fault(
                "",
                0,
                "",
                problem.key(),
                problem.arguments().stream()
                        .map(argument ->
                                argument instanceof Number figure ? Numbers.number(figure) : argument.toString())
                        .toList());
    }
}

package vn.toam.exchange;

import java.util.List;
import vn.toam.shared.Rejected.Problem;

/**
 * What keeps a unit from being imported, and where it stands.
 *
 * @param sheet its sheet; blank in files without sheets
 * @param row its row; 0: the unit as a whole
 * @param column letters of its column; blank: the row as a whole
 * @param key message key: what is wrong and what would be right
 * @param arguments values named in the message
 */
public record Fault(String sheet, int row, String column, String key, List<String> arguments) {

    /** What another module says about a unit as a whole. */
    static Fault of(Problem problem) {
        return new Fault(
                "",
                0,
                "",
                problem.key(),
                problem.arguments().stream().map(String::valueOf).toList());
    }
}

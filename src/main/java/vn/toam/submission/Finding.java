package vn.toam.submission;

import java.util.List;
import vn.toam.definition.Check;

/**
 * A check that the figures break.
 *
 * @param check the check with its words
 * @param field the line of this form beside which it is said
 * @param lines printed numbers of the lines concerned
 * @param explained a note on one of them says why; enough for a soft check, never for a hard one
 */
public record Finding(Check check, String field, List<String> lines, boolean explained) {

    /** True when the form cannot be sent like this. */
    public boolean blocks() {
        return switch (check.kind()) {
            case HARD -> true;
            case SOFT -> !explained;
            case QUERY -> false;
        };
    }

    /** Class of its sentence in the style sheet. */
    public String style() {
        return switch (check.kind()) {
            case HARD -> "hard";
            case SOFT -> explained ? "explained" : "ask";
            case QUERY -> explained ? "explained" : "query";
        };
    }
}

package vn.toam.village;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;

/**
 * A row of a table as it would be saved.
 *
 * @param at its place in the table, from 0
 * @param choice what somebody said it is; blank: nothing
 * @param state what saving would do with it
 * @param village the one it means; null: none, or not known which
 * @param before who heads that village now
 * @param heads who would after
 * @param notes what would change, or why it is doubtful
 * @param candidates the villages that a doubtful row may mean
 * @param problems what is wrong, with sheet, row and column
 */
public record VillageImportRow(
        int at,
        VillageTable.Line line,
        String choice,
        State state,
        String kind,
        String name,
        Text fullName,
        Set<Area> areas,
        @Nullable Village village,
        @Nullable VillageHeads before,
        VillageHeads heads,
        List<Text> notes,
        List<Village> candidates,
        List<Problem> problems) {

    /** What saving would do. */
    public enum State {
        NEW,
        SAME,
        CHANGED,
        DOUBTFUL,
        WRONG,
        SKIPPED
    }

    /** False: somebody has to look first. */
    public boolean ready() {
        return state != State.DOUBTFUL && state != State.WRONG;
    }
}

package vn.toam.coordination;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Form;
import vn.toam.collection.Round;
import vn.toam.shared.Slice;
import vn.toam.unit.Unit;

/**
 * The board of a round.
 *
 * @param place the part of its scope that is shown
 * @param days days left; negative: days late
 * @param counts units in each state
 * @param state which are listed
 * @param above units directly above those listed, by id
 * @param urges the reader may remind here
 * @param letters reminders also go out as letters
 */
public record LateView(
        Round round,
        Form form,
        Unit place,
        int days,
        Map<LateState, Integer> counts,
        LateState state,
        Slice<LateRow> slice,
        Map<Integer, Unit> above,
        boolean urges,
        boolean letters) {

    public int count(LateState of) {
        return counts.getOrDefault(of, 0);
    }

    /** Address of the same board narrowed to a state. */
    public String address(LateState other) {
        return "/coordination/rounds/" + round.id() + "?unit=" + place.id() + "&state=" + other;
    }

    /** The unit directly above a listed one, or null when it is the place itself. */
    public @Nullable Unit over(LateRow row) {
        return row.above() == place.id() ? null : above.get(row.above());
    }
}

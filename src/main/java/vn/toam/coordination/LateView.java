package vn.toam.coordination;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Form;
import vn.toam.collection.Round;
import vn.toam.shared.Numbers;
import vn.toam.shared.Slice;
import vn.toam.shared.Text;
import vn.toam.unit.Unit;

/**
 * The board of a round.
 *
 * @param place the part of its scope that is shown
 * @param days days left; negative: days late
 * @param counts units in each state
 * @param state which are listed
 * @param today units reminded on it are not reminded again
 * @param unreminded late units not reminded today
 * @param units those listed and the ones directly above them, by id
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
        LocalDate today,
        int unreminded,
        Map<Integer, Unit> units,
        boolean urges,
        boolean letters) {

    /** True when a click would remind the unit. */
    public boolean remindable(LateRow row) {
        return row.remindedAt() == null
                || !row.remindedAt().atZone(Numbers.ZONE).toLocalDate().equals(today);
    }

    public int count(LateState of) {
        return counts.getOrDefault(of, 0);
    }

    /** Address of the same board narrowed to a state. */
    public String address(LateState other) {
        return "/coordination/rounds/" + round.id() + "?unit=" + place.id() + "&state=" + other;
    }

    /** Its full name on the day of the round's geography. */
    public Text name(LateRow row) {
        Unit unit = units.get(row.unit());
        return unit == null ? Text.of(row.name()) : unit.fullName();
    }

    /** The unit directly above a listed one, or null when it is the place itself. */
    public @Nullable Unit over(LateRow row) {
        return row.above() == place.id() ? null : units.get(row.above());
    }
}

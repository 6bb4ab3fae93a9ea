package vn.toam.coordination;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.shared.Numbers;
import vn.toam.shared.Slice;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Text;

/**
 * The board of a round.
 *
 * @param place the part of its scope that is shown
 * @param days days left; negative: days late
 * @param counts units in each state
 * @param asked which are listed, in which order
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
        Asked asked,
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
        return order(other).address().replaceFirst("&$", "");
    }

    public LateState state() {
        return asked.state();
    }

    /** How it is sorted. */
    public SortOrder<Column> order() {
        return order(asked.state());
    }

    private SortOrder<Column> order(LateState state) {
        return SortOrder.of(
                "/coordination/rounds/" + round.id(),
                new TreeMap<>(Map.of("unit", place.id(), "state", state)),
                asked.sort(),
                asked.down());
    }

    /** Address of the board as a workbook. */
    public String file() {
        return order().address().replaceFirst("[?]", "/late.xlsx?").replaceFirst("&$", "");
    }

    /** What the board can be sorted by. */
    public enum Column {
        UNIT("late.above[2] %1$s, n.name collate public.vietnamese %1$s"),
        STATE("array_position(array['RETURNED','NOT_BEGUN','BEGUN'], late.state) %s"),
        CHANGED("late.untouched, late.changed_at %s"),
        REMINDED("reminded_at %s nulls first");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }

    /** What is asked for. @param unit the part shown; null: as much of the scope as the reader may see */
    public record Asked(@Nullable Integer unit, LateState state, Column sort, boolean down, int page) {

        String order() {
            return sort.sql.formatted(down ? "desc" : "asc")
                    + ", late.above[2], n.name collate public.vietnamese, late.unit";
        }
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

package vn.toam.submission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.round.Round;
import vn.toam.round.RoundChanges;
import vn.toam.shared.Slice;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Text;

/**
 * A round's list.
 *
 * @param place the part of its scope that is shown
 * @param completeness within that place
 * @param byUnit completeness of the units directly below the place
 * @param below those units
 * @param asked which submissions are listed, in which order
 * @param differing how many that were sent hold figures that are not what was counted from records
 * @param uncounted how many are still to be counted from records for the first time
 * @param slice one page of them
 * @param units those listed and the ones directly above them, by id
 * @param comments how many stand at each return listed, by unit
 * @param steps the round's own way, oldest first
 * @param undoable the last step, when it can be taken back
 * @param changes the reader may extend, close and open it again
 * @param days days left; negative: days late
 * @param reviews the reader accepts here
 * @param key client key of the next action
 */
public record RoundView(
        Round round,
        Form form,
        Unit scope,
        Unit place,
        Completeness completeness,
        Map<Integer, Completeness> byUnit,
        List<Unit> below,
        Asked asked,
        int differing,
        int uncounted,
        Slice<RoundRow> slice,
        Map<Integer, Unit> units,
        Map<Integer, Integer> comments,
        List<RoundChanges.Step> steps,
        RoundChanges.@Nullable Step undoable,
        boolean changes,
        int days,
        boolean reviews,
        String key) {

    /** Address of the same list with another filter. */
    public String address(Filter other) {
        return order(other).address().replaceFirst("&$", "");
    }

    /** How many a filter shows, where that is known and worth saying; else 0. */
    public int counted(Filter filter) {
        return filter == Filter.DIFFERS ? differing : 0;
    }

    /** How the list is sorted. */
    public SortOrder<Column> order() {
        return order(asked.status());
    }

    private SortOrder<Column> order(Filter filter) {
        return SortOrder.of(
                "/collection/rounds/" + round.id(),
                new TreeMap<>(Map.of("unit", place.id(), "status", filter, "words", asked.words())),
                asked.sort(),
                asked.down());
    }

    /** Address of the list as a workbook. */
    public String file() {
        return order().address().replaceFirst("[?]", "/returns.xlsx?").replaceFirst("&$", "");
    }

    /** The last extension still in force, or null: the first due day holds. */
    public RoundChanges.@Nullable Step extension() {
        return steps.stream()
                .filter(step ->
                        step.verb() == RoundChanges.Verb.EXTEND && step.due().equals(round.due()))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Received and expected of a unit below. */
    public Completeness of(Unit unit) {
        return byUnit.getOrDefault(unit.id(), Completeness.NONE);
    }

    /** Who reports, as it was on the day of the round's geography. */
    public Text name(RoundRow row) {
        Unit unit = units.get(row.unit());
        return unit == null ? Text.of(row.name()) : unit.fullName();
    }

    public int comments(RoundRow row) {
        return comments.getOrDefault(row.unit(), 0);
    }

    /** Name of the unit directly above a listed one, or null when it is the place itself. */
    public @Nullable Unit over(RoundRow row) {
        return row.above() == place.id() ? null : units.get(row.above());
    }

    /** What the list can be sorted by. */
    public enum Column {
        UNIT("s.above[2] %1$s, n.name collate public.vietnamese %1$s"),
        STATUS(
                "array_position(array['RETURNED','SUBMITTED','APPROVING','CHECKING','DRAFT','ACCEPTED','PASSED'], s.status) %s, s.untouched"),
        SENT("s.sent_at %s nulls last"),
        CHANGED("s.untouched, s.changed_at %s");

        private final String sql;

        Column(String sql) {
            this.sql = sql;
        }
    }

    /**
     * What is asked for.
     *
     * @param unit the part shown; null: as much of the scope as the reader may see
     * @param words what names are searched for
     */
    public record Asked(@Nullable Integer unit, Filter status, String words, Column sort, boolean down, int page) {

        /** Everything that the reader may see, in the usual order. */
        public static Asked of(@Nullable Integer unit, Filter status) {
            return new Asked(unit, status, "", Column.UNIT, false, 1);
        }

        public String order() {
            return sort.sql.formatted(down ? "desc" : "asc") + ", s.above[2], n.name collate public.vietnamese, s.unit";
        }
    }

    /** Which submissions of a round a list shows. */
    public enum Filter {
        ALL("true"),
        /** Nothing was sent. */
        MISSING("not s.received and s.status <> 'PASSED'"),
        /** Waits for the receiver. */
        WAITING("s.status = 'SUBMITTED'"),
        RETURNED("s.status = 'RETURNED'"),
        ACCEPTED("s.status = 'ACCEPTED'"),
        /** Sent with figures that are not what was counted from records. */
        DIFFERS("s.differs > 0 and s.received");

        private final String condition;

        Filter(String condition) {
            this.condition = condition;
        }

        public String condition() {
            return condition;
        }
    }
}

package vn.toam.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Form;
import vn.toam.geography.Unit;
import vn.toam.round.Round;

/**
 * What is due in a place.
 *
 * @param unit the place
 * @param year the year shown
 * @param years years that can be chosen
 * @param items rounds that concern it
 * @param asks the reader may open rounds here
 */
public record OverviewView(Unit unit, int year, List<Integer> years, List<Item> items, boolean asks) {

    /**
     * A round.
     *
     * @param scope the place it asks
     * @param completeness within the unit shown
     * @param own the unit's own submission, when it reports itself
     * @param days days left to the last day; negative: days late
     */
    public record Item(
            Round round,
            Form form,
            Unit scope,
            Completeness completeness,
            @Nullable RoundRow own,
            int days) {}

    /** All rounds together. */
    public Completeness total() {
        return items.stream().map(Item::completeness).reduce(Completeness.NONE, Completeness::plus);
    }

    /** The item of the next due day that is not complete, or null. */
    public @Nullable Item next() {
        return items.stream()
                .filter(item -> item.round().open() && item.completeness().missing() > 0)
                .min(java.util.Comparator.comparing(item -> item.round().due()))
                .orElse(null);
    }
}

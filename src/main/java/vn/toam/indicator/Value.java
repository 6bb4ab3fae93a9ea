package vn.toam.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Weights;
import vn.toam.geography.Weights.Reading;

/**
 * An indicator of a unit and year, never without of how much it speaks.
 *
 * @param indicator id in the catalog
 * @param value sum of numerators over sum of denominators (times the indicator's factor), not rounded; null: nothing accepted, or
 *     nothing to divide by
 * @param numerator sum over the units that count
 * @param base sum of denominators over the same units; for yes or no the units themselves; 0 for counts
 * @param units reporting units that count: those whose accepted figures know both
 * @param coverage of how many units that must report it is the whole
 * @param reading how figures of units of another time were read for this one; null: it is its own
 */
public record Value(
        String indicator,
        int unit,
        int year,
        @Nullable BigDecimal value,
        BigDecimal numerator,
        BigDecimal base,
        int units,
        Coverage coverage,
        @Nullable Reading reading) {

    /** How far the figure speaks of this unit's territory. */
    public Weights.Kind kind() {
        return reading == null ? Weights.Kind.EXACT : reading.kind();
    }

    /** True when every unit that must report is in it. */
    public boolean complete() {
        return coverage.whole();
    }

    /** True when at least one unit's figures are in it: else its sums say nothing, not zero. */
    public boolean counted() {
        return units > 0;
    }

    /** True when there is a figure that says too little to be judged, ranked or compared. */
    public boolean provisional() {
        return value != null && coverage.provisional();
    }
}

package vn.toam.assignment;

import org.jspecify.annotations.Nullable;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Target;

/**
 * A target of the upper plan that a lower plan leaves out or sets weaker.
 *
 * @param upper what the upper plan asks
 * @param lower what the lower plan says instead; null when it says nothing
 */
public record TargetGap(Target upper, @Nullable Target lower) {

    /** True when {@code lower} asks for less than {@code upper}: a lower value, a later year, a softer comparison. */
    public static boolean weaker(Target upper, Target lower) {
        if (upper.comparator() == null || lower.comparator() == null) {
            return upper.comparator() != null;
        }
        if (upper.yearly() && !lower.yearly() && lower.by() != null) {
            return true;
        }
        if (upper.by() != null && lower.by() != null && lower.by() > upper.by()) {
            return true;
        }
        if (upper.value() == null || lower.value() == null) {
            return false;
        }
        int order = lower.value().compareTo(upper.value());
        boolean less =
                upper.comparator() == Comparison.LE || upper.comparator() == Comparison.LT ? order > 0 : order < 0;
        return less || (order == 0 && strict(upper.comparator()) && !strict(lower.comparator()));
    }

    private static boolean strict(Comparison comparison) {
        return comparison == Comparison.GT || comparison == Comparison.LT;
    }
}

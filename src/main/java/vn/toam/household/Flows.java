package vn.toam.household;

import java.util.Map;
import vn.toam.household.Household.Came;
import vn.toam.household.Household.Went;

/**
 * Households of a place through a period, every one that came or went under its own reason.
 *
 * @param opening on the day before
 * @param came how many, by reason; households born of a split under {@link Came#SPLIT}
 * @param went how many, by reason
 * @param closing on the last day
 */
public record Flows(int opening, Map<Came, Integer> came, Map<Went, Integer> went, int closing) {

    public Flows {
        came = Map.copyOf(came);
        went = Map.copyOf(went);
    }

    public int came(Came why) {
        return came.getOrDefault(why, 0);
    }

    public int went(Went why) {
        return went.getOrDefault(why, 0);
    }

    /** True when what came and went explains the difference. */
    public boolean balanced() {
        return opening + sum(came) - sum(went) == closing;
    }

    private static int sum(Map<?, Integer> numbers) {
        return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package vn.toam.assignment;

import java.util.List;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Plan;

/**
 * How a lower plan answers the upper one.
 *
 * @param targets targets left out or set weaker
 * @param tasks tasks given to the unit that the lower plan does not name
 */
public record Coverage(Plan lower, List<TargetGap> targets, List<Element> tasks) {

    /** True when nothing is left out. */
    public boolean whole() {
        return targets.isEmpty() && tasks.isEmpty();
    }
}

package vn.toam.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.plan.Plan;
import vn.toam.plan.PlanService;
import vn.toam.unit.Unit;

/** How the targets of a plan stand in its unit. */
@Component
class TargetScores {

    /** The targets in the order of the plan, and the first that has figures as a picture. */
    record Scored(List<Report.Score> scores, Report.@Nullable Series chart) {}

    private final PlanService plans;

    TargetScores(PlanService plans) {
        this.plans = plans;
    }

    Scored of(Plan plan, Unit unit, int year) {
        return new Scored(
                plans.targets(plan.id()).stream()
                        .map(target -> new Report.Score(
                                target.text().vi(), target.figure(), "", null, null, Report.Standing.NO_DATA, "", 0, 0))
                        .toList(),
                null);
    }
}

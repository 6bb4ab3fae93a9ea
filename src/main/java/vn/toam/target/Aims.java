package vn.toam.target;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Indicator;
import vn.toam.plancontent.Comparison;
import vn.toam.plancontent.Direction;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.shared.Text;

/** Turns a plan's target into what {@link TargetRules} judge, and into words. */
public final class Aims {

    private Aims() {}

    /** A level without a year of its own is to be reached by the end of the plan; one of every year, every year. */
    public static Aim of(Target target, Plan plan, Indicator indicator, Text measure) {
        Comparison comparison = target.measure();
        boolean change = comparison != null && comparison.change();
        Integer by = target.by() != null
                ? target.by()
                : target.yearly() || change || comparison == null ? null : plan.periodTo();
        return new Aim(
                kind(comparison, target.trend()),
                target.measureValue(),
                measure,
                change && "percent".equals(target.unit()) && !"percent".equals(indicator.unit()),
                target.yearly() ? null : by,
                target.betterThanParent(),
                target.keepAndImprove(),
                indicator.better());
    }

    private static Aim.Kind kind(@Nullable Comparison comparison, @Nullable Direction trend) {
        if (comparison != null) {
            return Aim.Kind.valueOf(comparison.name());
        }
        return switch (trend) {
            case UP -> Aim.Kind.TREND_UP;
            case DOWN -> Aim.Kind.TREND_DOWN;
            case NONE -> Aim.Kind.TREND_NONE;
            case null -> Aim.Kind.YES;
        };
    }

    /** What a target asks besides its value: when, better than whom. */
    static List<Sentence> also(Aim aim) {
        List<Sentence> also = new ArrayList<>();
        Integer by = aim.by();
        if (by != null) {
            also.add(Sentence.of("target.demand.by", String.valueOf(by)));
        } else if (aim.kind().ordinal() <= Aim.Kind.EQ.ordinal()) {
            also.add(Sentence.of("target.demand.yearly"));
        }
        if (aim.betterThanParent()) {
            also.add(Sentence.of("target.demand.betterThanParent"));
        }
        if (aim.keepAndImprove()) {
            also.add(Sentence.of("target.demand.keepAndImprove"));
        }
        return also;
    }
}

package vn.toam.target;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Indicator;
import vn.toam.geography.Weights;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.IndicatorService;

/**
 * Says how a place stands against a target, and never more than its returns can bear: no verdict on the figure of too few units, none by
 * comparison with such a one, none that a return still missing could overturn.
 */
public final class Verdicts {

    private Verdicts() {}

    /** @param above the unit above, to be compared with; null: none */
    public static Verdict judge(
            Aim aim, Indicator indicator, int year, IndicatorService.Past own, IndicatorService.@Nullable Past above) {
        BigDecimal value = own.of(indicator).get(year);
        if (value == null) {
            return new Verdict(TargetStatus.NO_DATA, without(indicator, year, own));
        }
        Coverage now = own.coverage(indicator, year);
        if (now.provisional()) {
            return provisional(thin("target.why.thin", aim, value, year, now));
        }
        TreeMap<Integer, BigDecimal> firm = own.firm(indicator);
        BigDecimal before = own.of(indicator).get(year - 1);
        if (before != null && !firm.containsKey(year - 1) && looksBack(aim)) {
            return provisional(thin("target.why.thinBefore", aim, value, year - 1, own.coverage(indicator, year - 1)));
        }
        BigDecimal parent = above == null ? null : above.of(indicator).get(year);
        if (above != null
                && parent != null
                && above.coverage(indicator, year).provisional()
                && aim.betterThanParent()) {
            return provisional(thin("target.why.thinParent", aim, value, year, above.coverage(indicator, year)));
        }
        Verdict verdict = TargetRules.judge(aim, readings(indicator, year, own, above));
        boolean both = now.whole()
                && (before == null
                        || !looksBack(aim)
                        || own.coverage(indicator, year - 1).whole());
        if (both || !open(aim, indicator, verdict.status())) {
            return verdict;
        }
        return provisional(Sentence.of("target.why.open", verdict.why(), now.received(), now.expected()));
    }

    /** The figures a target is held against: those of enough units. */
    public static Readings readings(
            Indicator indicator, int year, IndicatorService.Past own, IndicatorService.@Nullable Past above) {
        TreeMap<Integer, BigDecimal> firm = own.firm(indicator);
        return new Readings(
                year,
                firm.get(year),
                firm.get(year - 1),
                above == null ? null : above.firm(indicator).get(year),
                firm.isEmpty() ? year : firm.firstKey(),
                firm.isEmpty() ? null : firm.firstEntry().getValue());
    }

    private static Sentence without(Indicator indicator, int year, IndicatorService.Past own) {
        Weights.Reading reading = own.readings().get(year);
        String key = reading != null && reading.kind() == Weights.Kind.NOT_COMPARABLE
                ? "target.why.noBorders"
                : own.read().part(indicator.id(), year).units() > 0 ? "target.why.noBase" : "target.why.none";
        return Sentence.of(key, String.valueOf(year));
    }

    private static boolean looksBack(Aim aim) {
        return switch (aim.kind()) {
            case DECREASE_BY, INCREASE_BY -> aim.by() == null;
            case TREND_UP, TREND_DOWN -> true;
            default -> aim.keepAndImprove();
        };
    }

    /** True when a return that is still missing could turn the verdict round: a count only grows, and one place without is enough for "not all". */
    private static boolean open(Aim aim, Indicator indicator, TargetStatus status) {
        boolean good = status == TargetStatus.MET || status == TargetStatus.ON_COURSE;
        if (!good && status != TargetStatus.BEHIND) {
            return false;
        }
        if (aim.kind() == Aim.Kind.YES || aim.kind() == Aim.Kind.TREND_NONE) {
            return good;
        }
        if (indicator.kind() != Indicator.Kind.COUNT) {
            return false;
        }
        return switch (aim.kind()) {
            case GE, GT -> !good;
            case LE, LT -> good;
            default -> true;
        };
    }

    private static Sentence thin(String key, Aim aim, BigDecimal value, int year, Coverage coverage) {
        return Sentence.of(
                key,
                value,
                aim.unit(),
                String.valueOf(year),
                coverage.received(),
                coverage.expected(),
                coverage.percent(),
                coverage.least());
    }

    private static Verdict provisional(Sentence why) {
        return new Verdict(TargetStatus.PROVISIONAL, why);
    }
}

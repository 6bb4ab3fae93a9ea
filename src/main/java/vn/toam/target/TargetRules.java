package vn.toam.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/** Holds figures against a target. Pure; every kind of target of the five programmes has its line in the test's table. */
final class TargetRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Text PERCENT = Text.of(" %");

    private TargetRules() {}

    /** Met, on course, behind or no data, and why. A target "every year" is never on course: the year's figure reaches it or not. */
    static Verdict judge(Aim aim, Readings readings) {
        BigDecimal value = readings.value();
        if (value == null) {
            return new Verdict(TargetStatus.NO_DATA, Sentence.of("target.why.none", year(readings.year())));
        }
        return switch (aim.kind()) {
            case GE, GT, LE, LT, EQ -> level(aim, readings, value);
            case DECREASE_BY, INCREASE_BY -> change(aim, readings, value);
            case YES -> yes(value);
            case TREND_UP, TREND_DOWN -> trend(aim, readings, value);
            case TREND_NONE ->
                value.signum() == 0
                        ? new Verdict(TargetStatus.MET, Sentence.of("target.why.noneOccurred"))
                        : new Verdict(TargetStatus.BEHIND, Sentence.of("target.why.someOccurred", value, aim.unit()));
        };
    }

    private static Verdict level(Aim aim, Readings readings, BigDecimal value) {
        BigDecimal wanted = needed(aim);
        Sentence demand = demand(aim, wanted);
        if (holds(aim, value, wanted)) {
            return alsoAsked(aim, readings, value, demand);
        }
        Integer by = aim.by();
        if (by != null && readings.year() < by) {
            return onTheWay(aim, readings, value, wanted, by);
        }
        return new Verdict(TargetStatus.BEHIND, Sentence.of("target.why.behind", value, aim.unit(), demand));
    }

    /** The level holds; what else does the target ask? */
    private static Verdict alsoAsked(Aim aim, Readings readings, BigDecimal value, Sentence demand) {
        if (aim.betterThanParent()) {
            BigDecimal parent = readings.parent();
            if (parent == null) {
                return new Verdict(TargetStatus.NO_DATA, Sentence.of("target.why.noParent", value, aim.unit(), demand));
            }
            if (!isBetter(aim, value, parent)) {
                return new Verdict(
                        TargetStatus.BEHIND, Sentence.of("target.why.notBetter", value, aim.unit(), demand, parent));
            }
            return new Verdict(
                    TargetStatus.MET, Sentence.of("target.why.metBetter", value, aim.unit(), demand, parent));
        }
        BigDecimal previous = readings.previous();
        if (aim.keepAndImprove() && previous != null) {
            boolean worse = isBetter(aim, previous, value);
            return new Verdict(
                    worse ? TargetStatus.BEHIND : TargetStatus.MET,
                    Sentence.of(
                            worse ? "target.why.notKept" : "target.why.metKept", value, aim.unit(), demand, previous));
        }
        return new Verdict(TargetStatus.MET, Sentence.of("target.why.met", value, aim.unit(), demand));
    }

    /** Before its year: ahead of the straight line from the first known figure to the target? */
    private static Verdict onTheWay(Aim aim, Readings readings, BigDecimal value, BigDecimal wanted, int by) {
        BigDecimal first = readings.first();
        if (first == null || readings.firstYear() >= readings.year()) {
            return new Verdict(
                    TargetStatus.ON_COURSE,
                    Sentence.of("target.why.begins", value, aim.unit(), demand(aim, wanted), year(by)));
        }
        BigDecimal share = BigDecimal.valueOf(readings.year() - readings.firstYear())
                .divide(BigDecimal.valueOf(by - readings.firstYear()), MathContext.DECIMAL64);
        BigDecimal line = first.add(wanted.subtract(first).multiply(share)).setScale(2, RoundingMode.HALF_UP);
        boolean ahead = wanted.compareTo(first) >= 0 ? value.compareTo(line) >= 0 : value.compareTo(line) <= 0;
        return new Verdict(
                ahead ? TargetStatus.ON_COURSE : TargetStatus.BEHIND,
                Sentence.of(
                        ahead ? "target.why.ahead" : "target.why.late",
                        value,
                        aim.unit(),
                        line,
                        demand(aim, wanted),
                        year(by)));
    }

    private static Verdict change(Aim aim, Readings readings, BigDecimal value) {
        BigDecimal from = aim.by() == null ? readings.previous() : readings.first();
        if (from == null || (aim.by() != null && readings.firstYear() >= readings.year())) {
            return new Verdict(
                    TargetStatus.NO_DATA,
                    Sentence.of("target.why.noPrevious", value, aim.unit(), year(readings.year() - 1)));
        }
        boolean down = aim.kind() == Aim.Kind.DECREASE_BY;
        if (down && from.signum() == 0 && value.signum() == 0) {
            return new Verdict(TargetStatus.MET, Sentence.of("target.why.stillNone"));
        }
        BigDecimal size = needed(aim);
        BigDecimal step = aim.relative() ? from.multiply(size).divide(HUNDRED, MathContext.DECIMAL64) : size;
        BigDecimal level = down ? from.subtract(step) : from.add(step);
        if (aim.by() != null) {
            return level(aim.asLevel(down ? Aim.Kind.LE : Aim.Kind.GE, level), readings, value);
        }
        boolean met = down ? value.compareTo(level) <= 0 : value.compareTo(level) >= 0;
        return new Verdict(
                met ? TargetStatus.MET : TargetStatus.BEHIND,
                Sentence.of("target.why.change", from, aim.unit(), value, moved(aim, from, value), demand(aim, size)));
    }

    private static Sentence moved(Aim aim, BigDecimal from, BigDecimal value) {
        BigDecimal moved = value.subtract(from);
        String key =
                moved.signum() < 0 ? "target.why.fell" : moved.signum() > 0 ? "target.why.rose" : "target.why.same";
        if (!aim.relative() || from.signum() == 0) {
            return Sentence.of(key, moved.abs(), aim.unit());
        }
        return Sentence.of(key, moved.abs().multiply(HUNDRED).divide(from, 1, RoundingMode.HALF_UP), PERCENT);
    }

    private static Verdict yes(BigDecimal value) {
        return value.compareTo(HUNDRED) >= 0
                ? new Verdict(TargetStatus.MET, Sentence.of("target.why.yes"))
                : new Verdict(TargetStatus.BEHIND, Sentence.of("target.why.notAll", value));
    }

    private static Verdict trend(Aim aim, Readings readings, BigDecimal value) {
        BigDecimal previous = readings.previous();
        if (previous == null) {
            return new Verdict(
                    TargetStatus.NO_DATA,
                    Sentence.of("target.why.noPrevious", value, aim.unit(), year(readings.year() - 1)));
        }
        if (aim.kind() == Aim.Kind.TREND_DOWN && previous.signum() == 0 && value.signum() == 0) {
            return new Verdict(TargetStatus.MET, Sentence.of("target.why.stillNone"));
        }
        int moved = value.compareTo(previous);
        boolean right = aim.kind() == Aim.Kind.TREND_DOWN ? moved < 0 : moved > 0;
        return new Verdict(
                right ? TargetStatus.MET : TargetStatus.BEHIND,
                Sentence.of(
                        "target.why.trend", previous, aim.unit(), value, Sentence.of("target.trend." + aim.kind())));
    }

    private static boolean holds(Aim aim, BigDecimal value, BigDecimal wanted) {
        int side = value.compareTo(wanted);
        return switch (aim.kind()) {
            case GE -> side >= 0;
            case GT -> side > 0;
            case LE -> side <= 0;
            case LT -> side < 0;
            default -> side == 0 || isBetter(aim, value, wanted);
        };
    }

    /** Strictly better; where the indicator has no better side, the comparator's own direction decides. */
    private static boolean isBetter(Aim aim, BigDecimal one, BigDecimal other) {
        int side = one.compareTo(other);
        return switch (aim.better()) {
            case HIGHER -> side > 0;
            case LOWER -> side < 0;
            case NONE ->
                switch (aim.kind()) {
                    case GE, GT -> side > 0;
                    case LE, LT -> side < 0;
                    default -> false;
                };
        };
    }

    /** "from 80 % up": what is asked, in words. */
    static Sentence demand(Aim aim, @Nullable BigDecimal wanted) {
        Object unit = aim.relative() ? PERCENT : aim.unit();
        return Sentence.of("target.demand." + aim.kind(), wanted, unit);
    }

    private static BigDecimal needed(Aim aim) {
        BigDecimal value = aim.value();
        if (value == null) {
            throw new IllegalArgumentException("a target of kind " + aim.kind() + " needs a value");
        }
        return value;
    }

    /** A year is a name, not a figure: no thousands point. */
    private static String year(int year) {
        return String.valueOf(year);
    }
}

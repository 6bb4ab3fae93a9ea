package vn.toam.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of several targets asks most of a year. Those that must hold in it go before those that are due later; then the harder level, then
 * "more than" before "at least", then the earlier year. Changes on the year before count as the level they come to; what comes to none is last.
 */
public final class Strictest {

    private Strictest() {}

    /** Hardest first. */
    public static List<Bound> order(List<Bound> bounds, Readings readings) {
        return bounds.stream()
                .sorted(Comparator.comparing(Bound::aim, order(readings)))
                .toList();
    }

    public static Comparator<Aim> order(Readings readings) {
        Comparator<Aim> later = Comparator.comparing(aim -> aim.by() != null && aim.by() > readings.year());
        Comparator<Aim> easier = (one, other) -> {
            BigDecimal a = level(one, readings);
            BigDecimal b = level(other, readings);
            if (a == null || b == null) {
                return Boolean.compare(a == null, b == null);
            }
            return falling(one) ? a.compareTo(b) : b.compareTo(a);
        };
        return later.thenComparing(easier)
                .thenComparing(aim -> aim.kind() != Aim.Kind.GT && aim.kind() != Aim.Kind.LT)
                .thenComparing(Aim::by, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** The figure the year must come to; null: none can be told. */
    public static @Nullable BigDecimal level(Aim aim, Readings readings) {
        BigDecimal value = aim.value();
        return switch (aim.kind()) {
            case GE, GT, LE, LT, EQ -> value;
            case YES -> BigDecimal.valueOf(100);
            case TREND_NONE -> BigDecimal.ZERO;
            case TREND_UP, TREND_DOWN -> readings.previous();
            case DECREASE_BY, INCREASE_BY -> {
                BigDecimal from = aim.by() == null ? readings.previous() : readings.first();
                if (from == null || value == null) {
                    yield null;
                }
                BigDecimal step =
                        aim.relative() ? from.multiply(value).movePointLeft(2).round(MathContext.DECIMAL64) : value;
                yield aim.kind() == Aim.Kind.DECREASE_BY ? from.subtract(step) : from.add(step);
            }
        };
    }

    /** True when less is asked for. */
    private static boolean falling(Aim aim) {
        return switch (aim.better()) {
            case LOWER -> true;
            case HIGHER -> false;
            case NONE ->
                switch (aim.kind()) {
                    case LE, LT, DECREASE_BY, TREND_DOWN, TREND_NONE -> true;
                    default -> false;
                };
        };
    }
}

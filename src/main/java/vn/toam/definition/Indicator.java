package vn.toam.definition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * Something measured from accepted figures. Numerators and denominators are added up over the units first and divided once: never an
 * average of percentages. A unit counts only when both its numerator and its denominator are known. Change and trend are not indicators:
 * they are what a target says about one.
 *
 * @param unit code of the list {@code units}
 * @param per what a rate is multiplied with: 100 for percent
 * @param better which direction is good
 * @param denominator given for rates, null otherwise
 * @param coverage of a hundred units that must report, how many must have before its figure is judged, ranked or compared; below, it is
 *     provisional
 * @param breakdown fields that split the numerator, for tables and charts
 */
public record Indicator(
        String id,
        int version,
        Text name,
        List<Source> source,
        Kind kind,
        String unit,
        BigDecimal per,
        Better better,
        Expression numerator,
        @Nullable Expression denominator,
        int coverage,
        List<String> breakdown)
        implements Definition {

    /** What holds where an indicator says nothing else (docs/decisions/0015). */
    public static final int COVERAGE = 90;

    public Indicator {
        coverage = coverage == 0 ? COVERAGE : coverage;
        source = source == null ? List.of() : List.copyOf(source);
        per = per == null ? BigDecimal.valueOf(100) : per;
        breakdown = breakdown == null ? List.of() : List.copyOf(breakdown);
    }

    /** How it is rolled up. */
    public enum Kind {
        /** Numerator x {@code per} / denominator. */
        RATE,
        /** Sum of the numerators. */
        COUNT,
        /** Units with yes x 100 / units that answered. */
        YES_NO
    }

    /** Which direction is good. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Neither: a structure, not an achievement. */
        NONE
    }

    /** The denominator of one unit: its own for a rate, 1 for yes or no, null for a count. */
    public @Nullable Expression base() {
        return kind == Kind.YES_NO ? new Expression.Constant(BigDecimal.ONE) : denominator;
    }

    /** Ids of the lines that the numerator and the denominator name, in their order. */
    public Set<String> fields() {
        Set<String> named = new LinkedHashSet<>(numerator.fields());
        if (denominator != null) {
            named.addAll(denominator.fields());
        }
        return named;
    }

    /** The formula in mathematical signs, for people; {@code label} names a field. */
    public String formula(Function<String, String> label) {
        return denominator == null
                ? numerator.write(label)
                : new Expression.Operation(Expression.Operator.DIVIDE, List.of(numerator, denominator)).write(label);
    }

    /**
     * The value from added-up parts, not rounded; null when something is missing or the denominator is zero.
     *
     * @param numerator sum over the units that count
     * @param base sum of {@link #base()} over the same units; ignored for a count
     */
    public @Nullable BigDecimal value(@Nullable BigDecimal numerator, @Nullable BigDecimal base) {
        if (numerator == null || kind == Kind.COUNT) {
            return numerator;
        }
        return base == null || base.signum() == 0
                ? null
                : numerator.multiply(per).divide(base, MathContext.DECIMAL64);
    }
}

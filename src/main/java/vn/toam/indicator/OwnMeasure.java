package vn.toam.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Expression;
import vn.toam.definition.Indicator;
import vn.toam.shared.Text;

/**
 * An indicator that a planner defined for a target of a plan.
 *
 * @param unit whose plan it was made for
 * @param province whose figures it is made of; 0: of the whole country
 * @param code its unit of count, of the list {@code units}
 * @param numerator line of a form; null: its results are typed
 * @param denominator line of the same form level, of a share only
 */
public record OwnMeasure(
        String id,
        int unit,
        int province,
        String name,
        Kind kind,
        String code,
        Indicator.Better better,
        @Nullable String numerator,
        @Nullable String denominator,
        String savedBy,
        Instant savedAt) {

    /** Where its figures come from. */
    public enum Kind {
        /** A line of a form, added up. */
        SUM,
        /** Of two lines, added up first and divided once. */
        SHARE,
        /** Nobody collects it: results are typed. */
        TYPED
    }

    /** How it is judged; of a typed one nothing is ever added up. */
    public Indicator indicator() {
        boolean percent = "percent".equals(code);
        return new Indicator(
                id,
                1,
                Text.of(name),
                List.of(),
                percent ? Indicator.Kind.RATE : Indicator.Kind.COUNT,
                code,
                BigDecimal.valueOf(100),
                better,
                numerator == null ? new Expression.Constant(BigDecimal.ZERO) : new Expression.Current(numerator),
                denominator == null ? null : new Expression.Current(denominator),
                0,
                List.of());
    }
}

package vn.toam.plancontent;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Numbers;
import vn.toam.shared.Text;

/**
 * What an issued plan must reach: a value to hold an indicator against, or a direction without number.
 *
 * @param indicator id in the catalog; null = nothing counts it yet
 * @param comparator null exactly when {@code trend} is given
 * @param value in {@code unit}; for a change: percent of the year before
 * @param by year to reach it by; null: the last year of the plan, or every year when {@code yearly}
 * @param yearly must hold in every year
 * @param betterThanParent must also be better than the average of the unit above
 * @param keepAndImprove may not fall below the year before
 * @param score the value to hold the indicator against, when the words count something else
 * @param doubted an indicator that somebody linked but whose unit is another: it is not held against the target
 */
public record Target(
        UUID id,
        UUID plan,
        String ref,
        Text text,
        @Nullable String indicator,
        @Nullable Comparison comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueTo,
        @Nullable String unit,
        @Nullable String population,
        @Nullable Integer by,
        boolean yearly,
        boolean betterThanParent,
        boolean keepAndImprove,
        @Nullable Direction trend,
        Item.@Nullable Score score,
        @Nullable String doubted) {

    /** The same target without its indicator, which does not measure it. */
    public Target unmeasured() {
        return with(null, indicator);
    }

    /** The same target, measured by this; null: by nothing. */
    public Target measuredBy(@Nullable String other) {
        return with(other, null);
    }

    private Target with(@Nullable String measure, @Nullable String doubt) {
        return new Target(
                id,
                plan,
                ref,
                text,
                measure,
                comparator,
                value,
                valueTo,
                unit,
                population,
                by,
                yearly,
                betterThanParent,
                keepAndImprove,
                trend,
                score,
                doubt);
    }

    /** The value as officials write it: "≥ 80%", "−10%", "↘"; the words around it are the page's. */
    public String figure(Locale locale) {
        if (comparator == null) {
            return trend == null ? "" : trend.sign();
        }
        String number = Numbers.number(value, locale) + (valueTo == null ? "" : "–" + Numbers.number(valueTo, locale));
        String sign = "percent".equals(unit) ? "%" : "";
        String space = comparator.change() || comparator == Comparison.EQ ? "" : " ";
        String prefix = comparator == Comparison.EQ ? "" : comparator.sign();
        return prefix + space + number + sign;
    }

    /** The comparison to score with. */
    public @Nullable Comparison measure() {
        return score == null ? comparator : score.comparator();
    }

    /** The value to score with. */
    public @Nullable BigDecimal measureValue() {
        return score == null ? value : score.value();
    }
}

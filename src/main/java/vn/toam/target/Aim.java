package vn.toam.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Indicator;
import vn.toam.shared.Text;

/**
 * A target as {@link TargetRules} need it.
 *
 * @param kind how the value binds
 * @param value the number; for a change its size; null for {@link Kind#YES} and trends
 * @param unit written behind figures, with its space ({@code " %"})
 * @param relative for a change: {@code value} is per cent of the figure it starts from; false: in the figure's own unit
 * @param by year to reach it by; null: every year
 * @param betterThanParent also better than the figure of the unit above
 * @param keepAndImprove also not worse than the year before
 * @param better which way is good
 */
public record Aim(
        Kind kind,
        @Nullable BigDecimal value,
        Text unit,
        boolean relative,
        @Nullable Integer by,
        boolean betterThanParent,
        boolean keepAndImprove,
        Indicator.Better better) {

    /** How a value binds. */
    public enum Kind {
        GE,
        GT,
        LE,
        LT,
        /** As given, or better when the indicator has a better side: 80 % of communes asked, 90 % reached is no failure. */
        EQ,
        DECREASE_BY,
        INCREASE_BY,
        /** Done or in place, in every unit asked. */
        YES,
        TREND_UP,
        TREND_DOWN,
        /** Let none occur. */
        TREND_NONE
    }

    /** The same aim as a plain level, for one that is reckoned from where it started. */
    Aim asLevel(Kind level, BigDecimal at) {
        return new Aim(level, at, unit, false, by, betterThanParent, keepAndImprove, better);
    }
}

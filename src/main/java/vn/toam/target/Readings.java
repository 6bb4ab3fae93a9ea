package vn.toam.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures a target is held against.
 *
 * @param year the year asked about
 * @param value the unit's figure of that year; null: none
 * @param previous its figure of the year before; null: none
 * @param parent that year's figure of the unit above; null: none
 * @param firstYear first year the unit has a figure for; where the line to a later target begins
 * @param first the figure of that year
 */
public record Readings(
        int year,
        @Nullable BigDecimal value,
        @Nullable BigDecimal previous,
        @Nullable BigDecimal parent,
        int firstYear,
        @Nullable BigDecimal first) {}

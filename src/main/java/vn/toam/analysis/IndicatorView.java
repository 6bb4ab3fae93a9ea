package vn.toam.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Indicator;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.Value;
import vn.toam.shared.SortOrder;
import vn.toam.shared.Text;

/**
 * One indicator of a place.
 *
 * @param measure sign written behind its figures, with its space
 * @param place the unit, as it was in the borders of the year
 * @param value the figure of the year
 * @param series figures of all years
 * @param coverage of how many units each of them is
 * @param standing its past, its neighbours and what is asked of it
 * @param below the units directly below
 * @param children their values, in the same order
 * @param years years that can be chosen
 * @param borders the day whose units are listed below, as asked for; null: that of the year's returns
 * @param on that day
 * @param readings how the figures of years in which the place did not exist were read
 * @param moved first years in other borders than the year before
 * @param names of the units that are read only in part
 */
public record IndicatorView(
        Indicator indicator,
        Text measure,
        Unit place,
        int year,
        Value value,
        TreeMap<Integer, BigDecimal> series,
        Map<Integer, Coverage> coverage,
        Standing standing,
        List<Unit> below,
        List<Value> children,
        List<Integer> years,
        @Nullable LocalDate borders,
        LocalDate on,
        Map<Integer, Weights.Reading> readings,
        Set<Integer> moved,
        Map<Integer, Text> names) {

    /** Years without a figure because nothing honest can be said. */
    public List<Integer> notComparable() {
        return readings.entrySet().stream()
                .filter(each -> each.getValue().kind() == Weights.Kind.NOT_COMPARABLE)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** True when figures have a denominator worth showing. */
    public boolean rate() {
        return indicator.kind() != Indicator.Kind.COUNT;
    }

    /** Address of this indicator for another place. */
    public String at(int unit) {
        return "/indicators/" + indicator.id() + "?unit=" + unit + "&year=" + year
                + (borders == null ? "" : "&borders=" + borders);
    }

    /** How the table of the units below is sorted. */
    SortOrder<BelowOrder> order(BelowOrder by, boolean down) {
        return new SortOrder<>(at(place.id()) + "&", by, down);
    }

    /** Address of one of its tables as a file: {@code table.xlsx}, {@code table.csv}, {@code series.xlsx}. */
    public String file(String name) {
        return at(place.id()).replace("?", "/" + name + "?");
    }

    /** Address of where a place's figure comes from. */
    public String trace(int unit) {
        return trace(indicator.id(), unit, year);
    }

    /** Address of where a figure comes from. */
    public static String trace(String indicator, int unit, int year) {
        return "/indicators/trace?indicator=" + indicator + "&unit=" + unit + "&year=" + year;
    }

    /** Value of a unit below, for the table. */
    public Map<Integer, Value> byUnit() {
        Map<Integer, Value> byUnit = new java.util.HashMap<>();
        children.forEach(child -> byUnit.put(child.unit(), child));
        return byUnit;
    }
}

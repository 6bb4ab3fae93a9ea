package vn.toam.analysis;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.toam.definition.Indicator;
import vn.toam.indicator.Value;

/** Places of units among each other: the better figure first, the higher where neither side is better; equal figures share a place. */
final class Ranks {

    private Ranks() {}

    /** From 1, by unit; units without a figure, or with one that is provisional, have none. */
    static Map<Integer, Integer> of(Collection<Value> values, Indicator.Better better) {
        Comparator<BigDecimal> order =
                better == Indicator.Better.LOWER ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<Value> known = values.stream()
                .filter(value -> value.value() != null && !value.provisional())
                .sorted(Comparator.comparing(Value::value, order))
                .toList();
        Map<Integer, Integer> ranks = new HashMap<>();
        int rank = 0;
        BigDecimal last = null;
        for (int i = 0; i < known.size(); i++) {
            BigDecimal figure = known.get(i).value();
            if (figure != null && (last == null || figure.compareTo(last) != 0)) {
                rank = i + 1;
            }
            ranks.put(known.get(i).unit(), rank);
            last = figure;
        }
        return ranks;
    }
}

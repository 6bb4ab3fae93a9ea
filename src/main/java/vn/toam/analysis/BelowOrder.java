package vn.toam.analysis;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.geography.Unit;
import vn.toam.indicator.Coverage;
import vn.toam.indicator.Value;

/** What the units below a place can be sorted by. Units without a figure come last, whichever way. */
public enum BelowOrder {
    UNIT,
    VALUE,
    COVERAGE;

    /** The units in this order; the usual one is that of their list. */
    List<Unit> sort(List<Unit> units, Map<Integer, Value> values, boolean down) {
        if (this == UNIT) {
            return down ? units.reversed() : units;
        }
        Comparator<BigDecimal> direction = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return units.stream()
                .sorted(Comparator.comparing(unit -> key(values.get(unit.id())), Comparator.nullsLast(direction)))
                .toList();
    }

    private @Nullable BigDecimal key(@Nullable Value value) {
        if (value == null) {
            return null;
        }
        Coverage coverage = value.coverage();
        return this == VALUE
                ? value.value()
                : coverage.expected() == 0
                        ? null
                        : BigDecimal.valueOf((double) coverage.received() / coverage.expected());
    }
}

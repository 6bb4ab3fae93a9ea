package vn.toam.definition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/** A national decision that sets targets for every place, or for some provinces. Its source is its number, day and article. */
public record Instrument(String id, int version, Text name, List<Source> source, List<Target> targets)
        implements Definition {

    public Instrument {
        source = source == null ? List.of() : List.copyOf(source);
        targets = targets == null ? List.of() : List.copyOf(targets);
    }

    /** How the value binds. */
    public enum Bound {
        GE,
        GT,
        LE,
        LT
    }

    /**
     * One target.
     *
     * @param indicator id of the indicator that it is held against
     * @param value in the indicator's unit
     * @param from first year it holds
     * @param to last year it holds
     * @param by true: to be reached by {@code to}; false: in every year
     * @param provinces official codes of the provinces of its area group; empty: all
     * @param place article or annex, as written
     */
    public record Target(
            String indicator,
            Bound bound,
            BigDecimal value,
            int from,
            int to,
            boolean by,
            List<String> provinces,
            @Nullable String place) {

        public Target {
            provinces = provinces == null ? List.of() : List.copyOf(provinces);
        }

        /** True when it binds a place of the province in the year; the country is bound by what binds all. */
        public boolean binds(String province, int year) {
            return from <= year && year <= to && (provinces.isEmpty() || provinces.contains(province));
        }
    }
}

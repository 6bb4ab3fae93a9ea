package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Expression;
import vn.toam.catalog.Indicator;

/**
 * What is added up: every indicator, and every line of a form as a count of itself. Ids of indicators are written with hyphens, those of
 * lines with underscores, so they share one space.
 */
@Component
class Measures {

    private final Catalog catalog;

    Measures(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What one reporting unit contributes to each measure, from its accepted figures by field. */
    Map<String, Part> of(Map<String, BigDecimal> facts) {
        Map<String, Part> parts = new HashMap<>();
        facts.forEach((field, figure) -> parts.put(field, new Part(figure, BigDecimal.ZERO, 1)));
        put(parts, catalog.indicators(), facts);
        return parts;
    }

    /** What it contributes to these indicators. */
    static Map<String, Part> of(Map<String, BigDecimal> facts, Collection<Indicator> indicators) {
        Map<String, Part> parts = new HashMap<>();
        put(parts, indicators, facts);
        return parts;
    }

    /** Nothing unless both numerator and denominator are known. */
    private static void put(Map<String, Part> parts, Collection<Indicator> indicators, Map<String, BigDecimal> facts) {
        for (Indicator indicator : indicators) {
            BigDecimal numerator = indicator.numerator().evaluate(facts::get);
            Expression base = indicator.base();
            BigDecimal divisor = base == null ? BigDecimal.ZERO : base.evaluate(facts::get);
            if (numerator != null && divisor != null) {
                parts.put(indicator.id(), new Part(numerator, divisor, 1));
            }
        }
    }

    /** Changes when any definition does: sums kept with other definitions are then computed again. */
    String fingerprint() {
        return Integer.toHexString(catalog.indicators().toString().hashCode());
    }
}

package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Expression;
import vn.toam.catalog.Indicator;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.FactsChanged;
import vn.toam.collection.FactsLoaded;

/** Keeps the roll-ups in step with accepted figures: by difference when one return changes, from scratch when many or definitions do. */
@Component
class RollUp {

    private static final Logger LOG = LoggerFactory.getLogger(RollUp.class);

    /** The level whose returns carry figures; everything above is added up. */
    private static final String REPORTING = "COMMUNE";

    private final RollUpRepository values;
    private final CollectionFigures figures;
    private final Catalog catalog;

    RollUp(RollUpRepository values, CollectionFigures figures, Catalog catalog) {
        this.values = values;
        this.figures = figures;
        this.catalog = catalog;
    }

    @EventListener
    void follow(FactsChanged changed) {
        values.lockUnit(changed.province(), changed.unit());
        Map<String, Part> before = values.take(changed.province(), changed.year(), changed.unit());
        Map<String, Part> now = parts(figures.factsForRollUp(changed.province(), changed.unit(), changed.year()));
        if (!now.isEmpty()) {
            values.put(changed.province(), changed.year(), REPORTING, Map.of(changed.unit(), now));
        }
        Map<String, Part> changes = new TreeMap<>();
        for (String indicator : union(before, now)) {
            Part change = now.getOrDefault(indicator, Part.NONE).minus(before.getOrDefault(indicator, Part.NONE));
            if (!change.nothing()) {
                changes.put(indicator, change);
            }
        }
        if (!changes.isEmpty()) {
            values.add(changed.province(), changed.year(), changed.unit(), changes);
        }
    }

    @EventListener
    void follow(FactsLoaded loaded) {
        rebuild(loaded.province(), loaded.year());
    }

    /** Computes everything again when the definitions of indicators are not those the roll-ups were made with. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void followDefinitions() {
        String definitions = Integer.toHexString(catalog.indicators().toString().hashCode());
        if (values.computedWith(definitions)) {
            return;
        }
        long start = System.nanoTime();
        values.withFigures().forEach(each -> rebuild(each[0], each[1]));
        values.noteComputed(definitions);
        LOG.info("indicators computed in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    /** From scratch, for one province and year; part of the caller's transaction. */
    void rebuild(int province, int year) {
        values.lockProvince(province);
        values.clear(province, year);
        Map<Integer, Map<String, Part>> contributions = new TreeMap<>();
        figures.factsForRollUp(province, year).forEach((unit, facts) -> contributions.put(unit, parts(facts)));
        values.put(province, year, REPORTING, contributions);
        values.addUp(province, year);
    }

    /** What one unit contributes to each indicator: nothing unless both numerator and denominator are known. */
    private Map<String, Part> parts(Map<String, BigDecimal> facts) {
        Map<String, Part> parts = new HashMap<>();
        for (Indicator indicator : catalog.indicators()) {
            BigDecimal numerator = indicator.numerator().evaluate(facts::get);
            Expression base = indicator.base();
            BigDecimal divisor = base == null ? BigDecimal.ZERO : base.evaluate(facts::get);
            if (numerator != null && divisor != null) {
                parts.put(indicator.id(), new Part(numerator, divisor, 1));
            }
        }
        return parts;
    }

    private static TreeSet<String> union(Map<String, Part> one, Map<String, Part> other) {
        TreeSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }
}

package vn.toam.indicator;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Indicator;
import vn.toam.geography.Geography;
import vn.toam.submission.Fact;
import vn.toam.submission.FactsChanged;
import vn.toam.submission.ProvinceYear;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/** Keeps the sums in step with accepted figures: by difference when returns change, from scratch when many or definitions do. */
@Component
class RollUp {

    private static final Logger LOG = LoggerFactory.getLogger(RollUp.class);

    private final TotalRepository totals;
    private final CollectionFigures figures;
    private final Measures measures;
    private final Geographies geographies;
    private final TransactionTemplate transaction;

    RollUp(
            TotalRepository totals,
            CollectionFigures figures,
            Measures measures,
            Geographies geographies,
            TransactionTemplate transaction) {
        this.geographies = geographies;
        this.totals = totals;
        this.figures = figures;
        this.measures = measures;
        this.transaction = transaction;
    }

    @EventListener
    void follow(FactsChanged changed) {
        Sums sums = new Sums(changed.changes().stream().map(FactsChanged.Change::above));
        List<Indicator> summed = measures.summed(changed.province());
        changed.changes().forEach(change -> {
            Map<String, Part> before = measures.of(change.before(), summed);
            Map<String, Part> after = measures.of(change.after(), summed);
            TreeSet<String> all = new TreeSet<>(before.keySet());
            all.addAll(after.keySet());
            all.forEach(measure -> sums.add(
                    change.unit(),
                    change.above(),
                    measure,
                    after.getOrDefault(measure, Part.NONE).minus(before.getOrDefault(measure, Part.NONE))));
        });
        totals.add(new ProvinceYear(changed.province(), changed.year()), sums.byUnit);
    }

    @EventListener
    void follow(FactsChanged.Loaded loaded) {
        rebuild(loaded.what());
    }

    /** Computes everything again, while the application already answers, when definitions are not those the sums were made with. */
    @EventListener(ApplicationStartedEvent.class)
    void followDefinitions() {
        String fingerprint = measures.fingerprint();
        if (!totals.computedWith(fingerprint)) {
            if (figures.withFacts().isEmpty()) {
                totals.noteComputed(fingerprint);
            } else {
                Thread.ofVirtual().name("indicators").start(() -> recompute(fingerprint));
            }
        }
    }

    private void recompute(String fingerprint) {
        long start = System.nanoTime();
        figures.withFacts().forEach(each -> transaction.executeWithoutResult(status -> rebuild(each)));
        transaction.executeWithoutResult(status -> totals.noteComputed(fingerprint));
        LOG.info("indicators computed in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    /** From scratch; part of the caller's transaction. */
    void rebuild(ProvinceYear of) {
        Map<Integer, Map<String, Part>> sums = computed(of);
        totals.clear(of);
        totals.add(of, sums);
    }

    /** The sums as the returns give them, by unit above the reporting ones and measure. */
    Map<Integer, Map<String, Part>> computed(ProvinceYear of) {
        List<Fact> facts = figures.factsForRollUp(of);
        Sums sums = new Sums(facts.stream().map(Fact::above));
        List<Indicator> summed = measures.summed(of.province());
        for (Fact fact : facts) {
            measures.of(fact, summed).forEach((measure, part) -> sums.add(fact.unit(), fact.above(), measure, part));
        }
        return sums.byUnit;
    }

    /** Adds up a measure that was just defined, over what is accepted already; part of the caller's transaction. */
    void begin(OwnMeasure own) {
        Indicator indicator = own.indicator();
        for (ProvinceYear of : figures.withFacts()) {
            if (own.province() == 0 || own.province() == of.province()) {
                List<Fact> facts = figures.factsForRollUp(of);
                Sums sums = new Sums(facts.stream().map(Fact::above));
                for (Fact fact : facts) {
                    Part part = Measures.part(indicator, fact);
                    if (part != null) {
                        sums.add(fact.unit(), fact.above(), own.id(), part);
                    }
                }
                totals.add(of, sums.byUnit);
            }
        }
    }

    /**
     * Added up by unit and measure, in one fixed order, so that two at once never wait for each other in a circle; for units above the
     * reporting ones alone. What those contribute is computed when asked.
     */
    private final class Sums {

        private final Map<Integer, Map<String, Part>> byUnit = new TreeMap<>();
        private final Set<Integer> kept;

        /** @param above every unit over each of those that will be added; sums are kept of all but communes and villages */
        Sums(Stream<List<Integer>> above) {
            Geography geography = geographies.now();
            kept = above.flatMap(List::stream)
                    .filter(unit -> geography
                            .level(unit)
                            .filter(level -> !level.reports())
                            .isPresent())
                    .collect(Collectors.toSet());
        }

        /** To every unit over {@code unit}; to the country only what it reports itself: the rest is added up when asked. */
        void add(int unit, Iterable<Integer> above, String measure, Part part) {
            if (part.nothing()) {
                return;
            }
            for (int over : above) {
                if (kept.contains(over) && (over != UnitService.COUNTRY || unit == UnitService.COUNTRY)) {
                    byUnit.computeIfAbsent(over, each -> new TreeMap<>()).merge(measure, part, Part::plus);
                }
            }
        }
    }
}

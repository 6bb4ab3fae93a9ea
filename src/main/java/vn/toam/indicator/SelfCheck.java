package vn.toam.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.collection.CollectionFigures;
import vn.toam.shared.Numbers;
import vn.toam.submission.ProvinceYear;
import vn.toam.unit.UnitService;

/**
 * Every night: computes all sums from the returns again and names what differs, in the trail and to whoever listens. Nothing is mended
 * silently.
 */
@Component
public class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    /** A kept sum that is not what the returns give. */
    record Difference(int unit, String measure, Part kept, Part computed) {}

    /** Under what the trail keeps the checks: kind and id of their subject. */
    public static final String KIND = "check";

    public static final String ID = "totals";

    private static final int NAMED = 20;

    /** Told when a check found sums that are not what the returns give. */
    public record Differed(int differences) {}

    private final TotalRepository totals;
    private final RollUp rollUp;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Measures measures;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SelfCheck(
            TotalRepository totals,
            RollUp rollUp,
            CollectionFigures figures,
            UnitService units,
            Measures measures,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.totals = totals;
        this.rollUp = rollUp;
        this.figures = figures;
        this.units = units;
        this.measures = measures;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void everyNight() {
        check(figures.withFacts());
    }

    /** Compares the sums of these provinces and years, each in a transaction of its own, and notes what was found. */
    void check(List<ProvinceYear> all) {
        List<String> named = new ArrayList<>();
        int found = 0;
        for (ProvinceYear each : all) {
            List<Difference> differences = transaction.execute(status -> differences(each));
            for (Difference difference : differences == null ? List.<Difference>of() : differences) {
                LOG.error("sum differs from its returns: {} {}", each, difference);
                found++;
                if (named.size() < NAMED) {
                    named.add(sentence(each, difference));
                }
            }
        }
        int differences = found;
        transaction.executeWithoutResult(status -> {
            audit.recordFor(
                    null,
                    differences == 0 ? "indicator.audit.checked" : "indicator.audit.differed",
                    KIND,
                    ID,
                    Map.of("compared", all.size(), "differences", differences, "named", named));
            if (differences > 0) {
                events.publishEvent(new Differed(differences));
            }
        });
        LOG.info("sums of {} provinces and years checked against their returns: {} differ", all.size(), differences);
    }

    /** "Tỉnh Lạng Sơn, 2026, Số vụ: 12 → 11": what is kept and what the returns give. */
    private String sentence(ProvinceYear of, Difference difference) {
        return units.find(difference.unit()).fullName().vi() + ", " + of.year() + ", "
                + measures.name(difference.measure()).vi() + ": "
                + Numbers.number(difference.kept().numerator()) + " → "
                + Numbers.number(difference.computed().numerator());
    }

    /** What differs; part of the caller's transaction, in which nobody decides in the province. */
    public List<Difference> differences(ProvinceYear of) {
        Map<Integer, Map<String, Part>> computed = rollUp.computed(of);
        Map<Integer, Map<String, Part>> kept = totals.all(of);
        TreeSet<Integer> all = new TreeSet<>(computed.keySet());
        all.addAll(kept.keySet());
        List<Difference> differences = new ArrayList<>();
        for (int unit : all) {
            Map<String, Part> is = kept.getOrDefault(unit, Map.of());
            Map<String, Part> shouldBe = computed.getOrDefault(unit, Map.of());
            TreeSet<String> measures = new TreeSet<>(is.keySet());
            measures.addAll(shouldBe.keySet());
            for (String measure : measures) {
                Part one = is.getOrDefault(measure, Part.NONE);
                Part other = shouldBe.getOrDefault(measure, Part.NONE);
                if (!one.minus(other).nothing()) {
                    differences.add(new Difference(unit, measure, one, other));
                }
            }
        }
        return differences;
    }
}

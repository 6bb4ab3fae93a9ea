package vn.toam.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.ProvinceYear;
import vn.toam.unit.UnitService;

/** Every night: computes all sums from the returns again and names what differs. Nothing is mended silently. */
@Component
class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    /** A kept sum that is not what the returns give. */
    record Difference(int unit, String measure, Part kept, Part computed) {}

    private final TotalRepository totals;
    private final RollUp rollUp;
    private final CollectionFigures figures;
    private final UnitService units;
    private final TransactionTemplate transaction;

    SelfCheck(
            TotalRepository totals,
            RollUp rollUp,
            CollectionFigures figures,
            UnitService units,
            TransactionTemplate transaction) {
        this.totals = totals;
        this.rollUp = rollUp;
        this.figures = figures;
        this.units = units;
        this.transaction = transaction;
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Ho_Chi_Minh")
    void everyNight() {
        int checked = 0;
        for (ProvinceYear each : figures.withFacts()) {
            List<Difference> found = transaction.execute(status -> differences(each));
            for (Difference difference : found == null ? List.<Difference>of() : found) {
                LOG.error("sum differs from its returns: {} {}", each, difference);
            }
            checked++;
        }
        LOG.info("sums of {} provinces and years checked against their returns", checked);
    }

    /** What differs; part of the caller's transaction, in which nobody decides in the province. */
    List<Difference> differences(ProvinceYear of) {
        Map<Integer, Map<String, Part>> computed = rollUp.computed(of);
        Map<Integer, Map<String, Part>> kept = totals.all(of);
        computed.keySet().removeIf(unit -> units.find(unit).level().reports());
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

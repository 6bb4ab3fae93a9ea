package vn.toam.collection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;
import vn.toam.unit.UnitService;

/** What was collected, for modules that count: accepted figures, and how complete they are. */
@Service
@Transactional(readOnly = true)
public class CollectionFigures {

    private final FactRepository facts;
    private final CompletenessRepository completeness;
    private final RoundRepository rounds;
    private final LineageRepository places;
    private final Access access;

    CollectionFigures(
            FactRepository facts,
            CompletenessRepository completeness,
            RoundRepository rounds,
            LineageRepository places,
            Access access) {
        this.facts = facts;
        this.completeness = completeness;
        this.rounds = rounds;
        this.places = places;
        this.access = access;
    }

    /** Received and expected of a form and year in a unit, or in the former units it was made of. */
    public Completeness completeness(int unit, String form, int year) {
        access.require(Permission.FIGURES_READ, unit);
        return unit == UnitService.COUNTRY
                ? country(form, year).getOrDefault(unit, Completeness.NONE)
                : completeness.of(form, year, places.province(unit), places.within(unit));
    }

    /** The same for every unit that lay within {@code unit} that year, itself included, by unit. One query. */
    public Map<Integer, Completeness> completenessWithin(int unit, String form, int year) {
        access.require(Permission.FIGURES_READ, unit);
        return unit == UnitService.COUNTRY
                ? country(form, year)
                : completeness.byUnit(form, year, null, places.province(unit), places.within(unit));
    }

    /** Counted once however often one reading transaction asks: the whole country is some thousand returns. */
    @SuppressWarnings("unchecked")
    private Map<Integer, Completeness> country(String form, int year) {
        Map<List<Object>, Map<Integer, Completeness>> counted = new HashMap<>();
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            Object known = TransactionSynchronizationManager.getResource(this);
            if (known == null) {
                TransactionSynchronizationManager.bindResource(this, counted);
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(CollectionFigures.this);
                    }
                });
            } else {
                counted = (Map<List<Object>, Map<Integer, Completeness>>) known;
            }
        }
        return counted.computeIfAbsent(
                List.of(form, year), each -> completeness.byUnit(form, year, null, 0, new int[] {UnitService.COUNTRY}));
    }

    /** Accepted figures of one reporting unit and year, by field. */
    public Map<String, BigDecimal> facts(int unit, int year) {
        access.require(Permission.FIGURES_READ, unit);
        return facts.of(places.province(unit), List.of(unit), year).stream()
                .findFirst()
                .map(Fact::figures)
                .orElse(Map.of());
    }

    /** Years that any round asks about, newest first. */
    public List<Integer> years() {
        return rounds.years();
    }

    /** The unit and every former unit that went into it whole or as its main part: its figures of old years are theirs. */
    public List<Integer> within(int unit) {
        return Arrays.stream(places.within(unit)).boxed().toList();
    }

    /** The day whose borders the returns of each year follow, for the years that anybody was asked about. */
    public Map<Integer, LocalDate> geographies() {
        return rounds.geographies();
    }

    /** The day whose borders the returns of a year follow; 1 December when nothing was asked. */
    public LocalDate geography(int year) {
        return rounds.geography(year).orElse(LocalDate.of(year, 12, 1));
    }

    /** Accepted figures of every reporting unit of a province and year, for sums; nobody decides there until the transaction ends. */
    public List<Fact> factsForRollUp(ProvinceYear of) {
        facts.lockProvince(of.province());
        return facts.of(of.province(), of.year());
    }

    /** Accepted figures of those of {@code units} that are communes, for sums already allowed; {@code years} empty: of every year. */
    public List<Fact> factsForRollUp(int province, int[] units, int[] years) {
        return facts.ofCommunes(province, units, years);
    }

    /** Accepted figures of every reporting unit that lay within a place that year. */
    public List<Fact> factsOfCommunes(int unit, int year) {
        access.require(Permission.FIGURES_READ, unit);
        int province = places.province(unit);
        int[] within = places.within(unit);
        return facts.of(province, year).stream()
                .filter(fact -> province == 0
                        || Arrays.stream(within).anyMatch(place -> fact.above().contains(place)))
                .toList();
    }

    /** Every province and year with accepted figures, newest year first. */
    public List<ProvinceYear> withFacts() {
        return facts.withFacts();
    }
}

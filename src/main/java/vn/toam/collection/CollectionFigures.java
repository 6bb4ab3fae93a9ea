package vn.toam.collection;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.geography.Origin;
import vn.toam.round.Rounds;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.submission.AsOf;
import vn.toam.submission.Fact;
import vn.toam.submission.ProvinceYear;
import vn.toam.unit.Geographies;

/** What was collected, for modules that count: accepted figures, and how complete they are. */
@Service
@Transactional(readOnly = true)
public class CollectionFigures {

    private final FactRepository facts;
    private final Rounds rounds;
    private final Geographies geographies;
    private final Access access;
    private final Clock clock;

    CollectionFigures(FactRepository facts, Rounds rounds, Geographies geographies, Access access, Clock clock) {
        this.facts = facts;
        this.rounds = rounds;
        this.geographies = geographies;
        this.access = access;
        this.clock = clock;
    }

    /** Accepted figures of one reporting unit and year, by field. */
    public Map<String, BigDecimal> facts(int unit, int year) {
        access.require(FIGURES_READ, Subject.of(unit));
        return facts.of(geographies.province(unit), List.of(unit), year).stream()
                .findFirst()
                .map(Fact::figures)
                .orElse(Map.of());
    }

    /** Years of which returns of these forms are still to come in time, for a unit or within it: their figures are not to be compared yet. */
    public Set<Integer> gathering(int unit, Collection<String> forms) {
        access.require(FIGURES_READ, Subject.of(unit));
        return rounds.gathering(unit, forms, LocalDate.now(clock));
    }

    /** Years that any round asks about, newest first. */
    public List<Integer> years() {
        return rounds.years();
    }

    /** The unit and every former unit that went into it whole or as its main part: its figures of old years are theirs. */
    public List<Integer> within(int unit) {
        return Arrays.stream(geographies.madeOf(unit, Origin.MAIN)).boxed().toList();
    }

    /** The day whose borders the returns of each year follow, for the years that anybody was asked about. */
    public Map<Integer, LocalDate> geographies() {
        return rounds.geographies();
    }

    /** The day whose borders the returns of a year follow; 1 December when nothing was asked. */
    public LocalDate geography(int year) {
        return rounds.geography(year).orElse(LocalDate.of(year, 12, 1));
    }

    /** Accepted figures of every reporting unit of a province and year, for sums; nobody decides on them until the transaction ends. */
    public List<Fact> factsForRollUp(ProvinceYear of) {
        facts.lock(of);
        return facts.of(of.province(), of.year());
    }

    /** These accepted figures of communes of a province, for sums already allowed; {@code years} empty: of every year. */
    public List<Fact> factsForRollUp(int province, int[] communes, int[] years, Set<String> fields) {
        return facts.ofCommunes(province, communes, years, fields);
    }

    /** These accepted figures of every commune that lay within a place that year; of a province of those that went into it. */
    public List<Fact> factsOfCommunes(int unit, int year, Set<String> fields) {
        access.require(FIGURES_READ, Subject.of(unit));
        return facts.within(geographies.province(unit), geographies.madeOf(unit, Origin.MAIN), year, fields);
    }

    /** The same of these communes, in the province of {@code unit}, whose figures of the year they are or are part of. */
    public List<Fact> factsOfCommunes(Collection<Integer> communes, int unit, int year, Set<String> fields) {
        access.require(FIGURES_READ, Subject.of(unit));
        int[] ids = communes.stream().mapToInt(Integer::intValue).toArray();
        return facts.ofCommunes(geographies.province(unit), ids, new int[] {year}, fields);
    }

    /**
     * Until when states are known, by place, year and line, for figures already allowed; only of years that were asked in parts, and only
     * what is not known to the end of the year.
     *
     * @param places units, and for all that lies in a province of today its code with a minus
     */
    public Map<Integer, Map<Integer, Map<String, AsOf>>> states(
            Collection<Integer> places, int[] years, Set<String> fields) {
        Map<Integer, Map<Integer, Map<String, AsOf>>> known = new HashMap<>();
        if (!fields.isEmpty() && rounds.inParts()) {
            int[] asked = places.stream().mapToInt(Integer::intValue).toArray();
            facts.states(together(asked), asked, years, fields).stream()
                    .filter(state -> !state.asOf().wholeYear())
                    .forEach(state -> known.computeIfAbsent(state.place(), any -> new HashMap<>())
                            .computeIfAbsent(state.year(), any -> new HashMap<>())
                            .put(state.field(), state.asOf()));
        }
        return known;
    }

    /** Code of the one province in which all these units and provinces (by code, with a minus) lie; 0: there is no such one. */
    private int together(int[] asked) {
        int[] codes = Arrays.stream(asked)
                .map(place -> place < 0 ? -place : geographies.province(place))
                .distinct()
                .toArray();
        return codes.length == 1 ? codes[0] : 0;
    }

    /** Every province and year with accepted figures, newest year first. */
    public List<ProvinceYear> withFacts() {
        return facts.withFacts();
    }
}

package vn.toam.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.toam.geography.Comparability;
import vn.toam.geography.Formation;
import vn.toam.geography.Geography;
import vn.toam.geography.Link;
import vn.toam.geography.SuccessionGraph;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.shared.NotFound;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** What became of units in the reform of 1/7/2025 and what that means for duties and for series of figures. */
@Service
public class Successions {

    private static final int NAMED = 12;

    private final Geographies geographies;
    private final GeographyRepository repository;
    private final Words words;

    Successions(Geographies geographies, GeographyRepository repository, Words words) {
        this.geographies = geographies;
        this.repository = repository;
        this.words = words;
    }

    /**
     * The units that a unit's territory went to. A district passes to the communes that its communes became; a unit that goes on has none.
     */
    public List<Link> successors(int id) {
        return links(geographies.now().succession().successors(id), 0);
    }

    /** The old units that a unit was formed from, each with its share; empty for a unit that has always been. */
    public List<Link> predecessors(int id) {
        return links(geographies.now().succession().predecessors(id), 1);
    }

    /**
     * Who takes over the duties of an abolished unit: for a province the province it merged into, for a commune its successors, for a
     * district the communes on its territory. Empty while the unit goes on. A person must confirm when there is more than one.
     */
    public List<Unit> transferTargets(int id) {
        return successors(id).stream().map(Link::unit).toList();
    }

    /** The clause of the law that formed a unit; empty for units that go on from before. */
    public Optional<Formation> formation(int id) {
        return repository.formation(id);
    }

    /** Whether figures of before and after 1/7/2025 can be held against each other for this unit, and why. */
    public Comparability comparable(int id) {
        Geography geography = geographies.now();
        Unit unit = geography.find(id, Geography.REFORM).orElseThrow(() -> new NotFound("unit " + id));
        boolean before = unit.validity().on(Geography.REFORM.minusDays(1));
        boolean after = unit.validity().on(Geography.REFORM);
        if (before == after) {
            return new Comparability(before, List.of(), List.of(), sentence(before ? "same" : "apart"));
        }
        LocalDate nearDay = before ? Geography.REFORM.minusDays(1) : Geography.REFORM;
        LocalDate farDay = before ? Geography.REFORM : Geography.REFORM.minusDays(1);
        SuccessionGraph.Sides sides = geography.succession().sides(id, before, nearDay);
        List<Unit> with = geography.findAll(sides.with(), farDay);
        List<Unit> others = geography.findAll(sides.others(), nearDay);
        String key = (before ? "old." : "new.") + (others.isEmpty() ? "exact" : "shared");
        return new Comparability(others.isEmpty(), with, others, sentence(key, with.size(), list(with), list(others)));
    }

    /**
     * How figures kept in the borders of some days are read for territories as they were on {@code on} (or on the nearest day of their
     * life), by territory and day.
     */
    public Map<Integer, Map<LocalDate, Weights.Reading>> readings(
            Collection<Integer> territories, LocalDate on, Collection<LocalDate> days) {
        SuccessionGraph succession = geographies.now().succession();
        Map<Integer, Map<LocalDate, Weights.Reading>> readings = new HashMap<>();
        territories.forEach(territory -> {
            Map<LocalDate, Weights.Reading> byDay = succession.readings(territory, on, days);
            if (byDay != null) {
                readings.put(territory, byDay);
            }
        });
        return readings;
    }

    /** The other ends by name, each as on the day of the link or so many days before. */
    private List<Link> links(List<SuccessionGraph.Step> steps, int daysBefore) {
        Geography geography = geographies.now();
        Map<Integer, SuccessionGraph.Step> byUnit =
                steps.stream().collect(Collectors.toMap(SuccessionGraph.Step::unit, Function.identity()));
        return steps.isEmpty()
                ? List.of()
                : geography.findAll(byUnit.keySet(), steps.getFirst().on().minusDays(daysBefore)).stream()
                        .map(unit -> link(geography, unit, Objects.requireNonNull(byUnit.get(unit.id())), daysBefore))
                        .toList();
    }

    private static Link link(Geography geography, Unit unit, SuccessionGraph.Step step, int daysBefore) {
        return new Link(
                geography.find(unit.id(), step.on().minusDays(daysBefore)).orElse(unit),
                step.share(),
                step.on(),
                step.act().isEmpty() ? null : step.act(),
                geography.names().adopted(step.act()),
                step.clause());
    }

    private static String list(List<Unit> units) {
        String named = units.stream().limit(NAMED).map(Unit::inSentence).collect(Collectors.joining(", "));
        return units.size() > NAMED ? named + " …" : named;
    }

    private Text sentence(String key, Object... arguments) {
        return words.text("unit.comparable." + key, arguments);
    }
}

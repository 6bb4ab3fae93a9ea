package vn.toam.unit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import vn.toam.shared.NotFound;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** What became of units in the reform of 1/7/2025 and what that means for duties and for series of figures. */
@Service
@DependsOn("referenceLoader")
public class Successions {

    /** The day on which provinces merged, districts ended and communes were formed anew (NQ 202 and 203/2025/QH15). */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static final int NAMED = 12;

    private final SuccessionRepository repository;
    private final UnitRepository units;
    private final Words words;

    Successions(SuccessionRepository repository, UnitRepository units, Words words) {
        this.repository = repository;
        this.units = units;
        this.words = words;
    }

    /**
     * The units that a unit's territory went to. A district passes to the communes that its communes became; a unit that goes on has none.
     */
    public List<Link> successors(int id) {
        return links(repository.successors(id), 0);
    }

    /** The old units that a unit was formed from, each with its share; empty for a unit that has always been. */
    public List<Link> predecessors(int id) {
        return links(repository.predecessors(id), 1);
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
        Unit unit = units.find(id, REFORM).orElseThrow(() -> new NotFound("unit " + id));
        boolean before = unit.validity().on(REFORM.minusDays(1));
        boolean after = unit.validity().on(REFORM);
        if (before == after) {
            return new Comparability(before, List.of(), List.of(), sentence(before ? "same" : "apart"));
        }
        Map<Boolean, List<Integer>> sides = repository.sides(id, before, before ? REFORM.minusDays(1) : REFORM).stream()
                .collect(Collectors.partitioningBy(
                        SuccessionRepository.Side::mine,
                        Collectors.mapping(SuccessionRepository.Side::unit, Collectors.toList())));
        LocalDate farDay = before ? REFORM : REFORM.minusDays(1);
        List<Unit> with = units.findAll(sides.getOrDefault(true, List.of()), farDay);
        List<Unit> others = units.findAll(sides.getOrDefault(false, List.of()), before ? REFORM.minusDays(1) : REFORM);
        String key = (before ? "old." : "new.") + (others.isEmpty() ? "exact" : "shared");
        return new Comparability(others.isEmpty(), with, others, sentence(key, with.size(), list(with), list(others)));
    }

    /**
     * How figures kept in the borders of some days are read for territories as they were on {@code on} (or on the nearest day of their
     * life), by territory and day. Two queries whatever their number.
     */
    public Map<Integer, Map<LocalDate, Weights.Reading>> readings(
            Collection<Integer> territories, LocalDate on, Collection<LocalDate> days) {
        List<SuccessionRepository.Inside> inside = repository.inside(territories, on);
        Weights weights = new Weights(repository.edges(inside.stream()
                .map(SuccessionRepository.Inside::province)
                .distinct()
                .toList()));
        Map<Integer, Map<LocalDate, Weights.Reading>> readings = new HashMap<>();
        inside.stream()
                .collect(Collectors.groupingBy(SuccessionRepository.Inside::territory))
                .forEach((territory, communes) -> {
                    Map<Integer, Validity> lives = communes.stream()
                            .collect(Collectors.toMap(
                                    SuccessionRepository.Inside::unit, c -> new Validity(c.from(), c.to())));
                    Map<LocalDate, Weights.Reading> byDay = new HashMap<>();
                    days.forEach(day -> byDay.put(
                            day, weights.read(lives, communes.getFirst().day(), day)));
                    readings.put(territory, byDay);
                });
        return readings;
    }

    private List<Link> links(List<SuccessionRepository.Row> rows, int daysBefore) {
        if (rows.isEmpty()) {
            return List.of();
        }
        LocalDate day = rows.getFirst().on().minusDays(daysBefore);
        Map<Integer, Unit> found =
                units.findAll(rows.stream().map(SuccessionRepository.Row::unit).toList(), day).stream()
                        .collect(Collectors.toMap(Unit::id, Function.identity()));
        return rows.stream()
                .map(r -> new Link(
                        found.getOrDefault(r.unit(), found.values().iterator().next()),
                        r.share(),
                        r.on(),
                        r.act(),
                        r.adopted(),
                        r.clause()))
                .toList();
    }

    private static String list(List<Unit> units) {
        String named = units.stream().limit(NAMED).map(Unit::inSentence).collect(Collectors.joining(", "));
        return units.size() > NAMED ? named + " …" : named;
    }

    private Text sentence(String key, Object... arguments) {
        Object[] written = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new Text(
                words.get(Locale.of("vi"), "unit.comparable." + key, written),
                words.get(Locale.ENGLISH, "unit.comparable." + key, written));
    }
}

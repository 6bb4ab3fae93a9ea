package vn.toam.collection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.geography.Level;
import vn.toam.geography.Origin;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.round.Round;
import vn.toam.round.Rounds;
import vn.toam.submission.Fact;
import vn.toam.unit.Geographies;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/**
 * The figures of the year before, for the column beside a return, its checks and its files: those that were accepted, of the same part of the
 * year, read in the unit's borders of today as every page reads them. A unit that was made of parts nobody knows the households of has none.
 */
@Component
public class LastYear {

    private static final int DIGITS = 2;

    private final FactRepository facts;
    private final Rounds rounds;
    private final Geographies places;
    private final Successions successions;
    private final UnitService units;
    private final Set<String> yesNo;

    LastYear(
            FactRepository facts,
            Rounds rounds,
            Geographies places,
            Successions successions,
            UnitService units,
            Catalog catalog) {
        this.facts = facts;
        this.rounds = rounds;
        this.places = places;
        this.successions = successions;
        this.units = units;
        this.yesNo = catalog.forms().stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.type() == FieldType.YES_NO)
                .map(Field::id)
                .collect(Collectors.toSet());
    }

    /** By unit of one province and by field; units without any are left out. */
    public Map<Integer, Map<String, BigDecimal>> of(Round round, Collection<Integer> asked) {
        LocalDate then = rounds.geography(round.year() - 1).orElse(LocalDate.of(round.year() - 1, 12, 1));
        Map<Integer, List<Weights.Source>> sources = sources(round, asked, then);
        Set<Integer> read = sources.values().stream()
                .flatMap(List::stream)
                .map(Weights.Source::unit)
                .collect(Collectors.toSet());
        Map<Integer, Fact> known = new HashMap<>();
        places.provinces(read)
                .forEach((province, ids) ->
                        facts.before(province, ids, round).forEach(fact -> known.put(fact.unit(), fact)));
        Map<Integer, Map<String, BigDecimal>> before = new HashMap<>();
        sources.forEach((unit, of) -> {
            Map<String, BigDecimal> sum = sum(of, known);
            if (!sum.isEmpty()) {
                before.put(unit, sum);
            }
        });
        return before;
    }

    /** What each is read from; nothing where that cannot be said. */
    private Map<Integer, List<Weights.Source>> sources(Round round, Collection<Integer> asked, LocalDate then) {
        Map<Integer, List<Weights.Source>> sources = new HashMap<>();
        List<Unit> all = units.findAll(asked, round.geography());
        List<Integer> others = all.stream()
                .filter(unit ->
                        unit.level() == Level.COMMUNE && !unit.validity().on(then))
                .map(Unit::id)
                .toList();
        all.forEach(unit -> sources.put(
                unit.id(),
                unit.level() == Level.COMMUNE
                        ? List.of(new Weights.Source(unit.id(), BigDecimal.ONE))
                        : java.util.Arrays.stream(places.madeOf(unit.id(), Origin.MAIN))
                                .mapToObj(id -> new Weights.Source(id, BigDecimal.ONE))
                                .toList()));
        if (!others.isEmpty()) {
            successions.readings(others, round.geography(), List.of(then)).forEach((unit, byDay) -> {
                Weights.Reading reading = byDay.get(then);
                sources.put(
                        unit,
                        reading == null || reading.kind() == Weights.Kind.NOT_COMPARABLE
                                ? List.of()
                                : reading.sources());
            });
        }
        return sources;
    }

    private Map<String, BigDecimal> sum(List<Weights.Source> sources, Map<Integer, Fact> known) {
        Map<String, BigDecimal> sum = new HashMap<>();
        for (Weights.Source source : sources) {
            Fact fact = known.get(source.unit());
            BigDecimal share = source.share();
            if (fact != null && share != null) {
                fact.figures().forEach((field, figure) -> {
                    if (yesNo.contains(field)) {
                        sum.merge(field, figure, BigDecimal::max);
                    } else {
                        sum.merge(
                                field,
                                share.compareTo(BigDecimal.ONE) == 0 ? figure : figure.multiply(share),
                                BigDecimal::add);
                    }
                });
            }
        }
        sum.replaceAll((field, figure) -> figure.scale() > DIGITS
                ? figure.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros()
                : figure);
        return sum;
    }
}

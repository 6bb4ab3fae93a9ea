package vn.toam.indicator;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.OwnDefinitions;
import vn.toam.collection.CollectionFigures;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;

/**
 * Values of indicators for any unit and year. A unit of today shows, for years before it existed, the figures of the units that went into
 * it; a country's figures are those of its provinces added up.
 */
@Service
@Transactional(readOnly = true)
public class IndicatorService {

    private final Borders borders;
    private final Measures measures;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;

    IndicatorService(
            Borders borders,
            Measures measures,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Access access) {
        this.borders = borders;
        this.measures = measures;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    /** One indicator. @throws vn.toam.shared.NotFound when the catalog has none such */
    public Value value(String indicator, int unit, int year) {
        return values(List.of(measures.indicator(indicator)), unit, year).getFirst();
    }

    /** Several indicators of one unit and year, in the order asked. */
    public List<Value> values(Collection<Indicator> indicators, int unit, int year) {
        access.require(FIGURES_READ, Subject.of(unit));
        return valuesIn(past(indicators, borders.read(ids(indicators), unit, List.of(year))), indicators, unit, year);
    }

    /** The same from what was read already. */
    public List<Value> valuesIn(Past past, Collection<Indicator> indicators, int unit, int year) {
        return indicators.stream()
                .map(indicator -> value(indicator, unit, year, past.read()))
                .toList();
    }

    /**
     * Figures of several years.
     *
     * @param figures by indicator, oldest year first
     */
    public record Past(Map<String, TreeMap<Integer, BigDecimal>> figures, Borders.Read read) {

        public TreeMap<Integer, BigDecimal> of(Indicator indicator) {
            return figures.getOrDefault(indicator.id(), new TreeMap<>());
        }

        /** How each year was read in which the unit was another; none of a province's. */
        public Map<Integer, Weights.Reading> readings() {
            return read.readings();
        }

        public Coverage coverage(Indicator indicator, int year) {
            return read.coverage(indicator.id(), year);
        }

        /** Of how many units each figure is the whole. */
        public Map<Integer, Coverage> coverage(Indicator indicator) {
            return of(indicator).keySet().stream()
                    .collect(Collectors.toMap(year -> year, year -> coverage(indicator, year)));
        }

        /** The figures that may be judged and compared: those of enough units. */
        public TreeMap<Integer, BigDecimal> firm(Indicator indicator) {
            TreeMap<Integer, BigDecimal> firm = new TreeMap<>(of(indicator));
            firm.keySet().removeIf(year -> coverage(indicator, year).provisional());
            return firm;
        }

        /** Years of figures that may not. */
        public Set<Integer> provisional(Indicator indicator) {
            return of(indicator).keySet().stream()
                    .filter(year -> coverage(indicator, year).provisional())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The first years in other borders than the year before: the unit was another, or others lay in it. */
        public Set<Integer> borders(Indicator indicator) {
            Set<Integer> changed = new TreeSet<>();
            Integer before = null;
            for (int year : of(indicator).keySet()) {
                if (before != null
                        && (!Objects.equals(readings().get(year), readings().get(before))
                                || coverage(indicator, year).expected()
                                        != coverage(indicator, before).expected())) {
                    changed.add(year);
                }
                before = year;
            }
            return changed;
        }
    }

    /** Every year there is. One query for provinces and the country. */
    public Past past(Collection<Indicator> indicators, int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        return pastInside(indicators, unit);
    }

    /** Values of every year there is, by indicator, oldest first. */
    public Map<String, TreeMap<Integer, BigDecimal>> series(Collection<Indicator> indicators, int unit) {
        return past(indicators, unit).figures();
    }

    /** Years in which the figure of an indicator is of too few units to stand beside others. */
    public Set<Integer> provisional(String indicator, int unit) {
        access.require(FIGURES_READ, Subject.of(unit));
        Indicator found = measures.indicator(indicator);
        return pastInside(List.of(found), unit).provisional(found);
    }

    /** As {@link #past}, also for a unit the reader may not open: only to be compared with, never shown alone. */
    public Past pastInside(Collection<Indicator> indicators, int unit) {
        return past(indicators, borders.read(ids(indicators), unit, List.of()));
    }

    /** Some years of units in the borders of a day, by unit. */
    public Map<Integer, Past> pasts(
            Collection<Indicator> indicators, List<Unit> of, LocalDate on, List<Integer> years) {
        Map<Integer, Past> all = new HashMap<>();
        borders.read(ids(indicators), of, on, years).forEach((unit, read) -> all.put(unit, past(indicators, read)));
        return all;
    }

    private static Past past(Collection<Indicator> indicators, Borders.Read read) {
        Map<String, TreeMap<Integer, BigDecimal>> series = new HashMap<>();
        indicators.forEach(indicator ->
                series.put(indicator.id(), numbers(indicator, read.parts().getOrDefault(indicator.id(), Map.of()))));
        return new Past(series, read);
    }

    /** Names of the units that figures are read from only in part. */
    public Map<Integer, Text> parted(Stream<Weights.@Nullable Reading> readings, LocalDate day) {
        Set<Integer> parted = readings.filter(Objects::nonNull)
                .flatMap(reading -> reading.parted().stream())
                .map(Weights.Source::unit)
                .collect(Collectors.toSet());
        return parted.isEmpty()
                ? Map.of()
                : units.findAll(parted, day).stream().collect(Collectors.toMap(Unit::id, Unit::fullName));
    }

    /** One indicator for all units directly below {@code unit} in the borders of the year, in the order of {@link #below}. */
    public List<Value> children(String id, int unit, int year) {
        return children(id, unit, year, figures.geography(year));
    }

    /** The same for the units directly below on any day: figures of the year read in the borders of {@code on}. */
    public List<Value> children(String id, int unit, int year, LocalDate on) {
        Indicator indicator = measures.indicator(id);
        return family(indicator, past(List.of(indicator), unit), unit, year, below(unit, on), on)
                .children();
    }

    /** A unit's figure and those of the units below it. */
    public record Family(Value value, List<Value> children) {}

    /** From what was read of the unit already; {@code below}: the units below it as they were {@code on} a day. */
    public Family family(Indicator indicator, Past past, int unit, int year, List<Unit> below, LocalDate on) {
        Map<Integer, Borders.Read> reads = borders.read(List.of(indicator.id()), below, on, List.of(year));
        return new Family(
                value(indicator, unit, year, past.read()),
                below.stream()
                        .map(child -> value(indicator, child.id(), year, Objects.requireNonNull(reads.get(child.id()))))
                        .toList());
    }

    /** The units directly below in the borders of the year's returns: districts to 2024, communes since. */
    public List<Unit> below(int unit, int year) {
        return below(unit, figures.geography(year));
    }

    /** The units directly below on a day; of a unit that did not exist then, those of the units that went into it. */
    public List<Unit> below(int unit, LocalDate day) {
        Unit here = units.find(unit, day);
        List<Integer> parents = here.validity().on(day) ? List.of(unit) : figures.within(unit);
        return parents.stream()
                .filter(parent -> units.find(parent, day).validity().on(day))
                .flatMap(parent -> units.children(parent, day).stream())
                .filter(child -> child.level() != Level.VILLAGE)
                .toList();
    }

    /** Ids of the forms whose figures an indicator is made of. */
    public Set<String> forms(Indicator indicator) {
        Set<String> named = indicator.fields();
        Set<String> forms = new LinkedHashSet<>();
        for (Form form : catalog.forms()) {
            if (form.fields().stream().anyMatch(field -> named.contains(field.id()))) {
                forms.add(form.id());
            }
        }
        named.stream().flatMap(line -> OwnDefinitions.first(line).stream()).forEach(own -> forms.add(own.form()));
        return forms;
    }

    private static Value value(Indicator indicator, int unit, int year, Borders.Read read) {
        Part part = read.part(indicator.id(), year);
        return new Value(
                indicator.id(),
                unit,
                year,
                number(indicator, part),
                part.numerator(),
                part.base(),
                part.units(),
                read.coverage(indicator.id(), year),
                read.readings().get(year));
    }

    private static @Nullable BigDecimal number(Indicator indicator, Part part) {
        return part.units() == 0 ? null : indicator.value(part.numerator(), part.base());
    }

    private static TreeMap<Integer, BigDecimal> numbers(Indicator indicator, Map<Integer, Part> parts) {
        TreeMap<Integer, BigDecimal> numbers = new TreeMap<>();
        parts.forEach((year, part) -> {
            BigDecimal number = number(indicator, part);
            if (number != null) {
                numbers.put(year, number);
            }
        });
        return numbers;
    }

    private static List<String> ids(Collection<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList();
    }

    /** The newest year with a figure, else the newest anybody was asked about. */
    public static int newest(TreeMap<Integer, BigDecimal> series, List<Integer> years) {
        return !series.isEmpty() ? series.lastKey() : years.isEmpty() ? 2026 : years.getFirst();
    }
}

package vn.toam.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Expression;
import vn.toam.catalog.Form;
import vn.toam.catalog.Indicator;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.Completeness;
import vn.toam.indicator.TotalRepository.Row;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;
import vn.toam.unit.Weights;

/**
 * Values of indicators for any unit and year. A unit of today shows, for years before it existed, the figures of the units that went into
 * it; a country's figures are those of its provinces added up.
 */
@Service
@Transactional(readOnly = true)
public class IndicatorService {

    private final TotalRepository totals;
    private final Borders borders;
    private final CollectionFigures figures;
    private final UnitService units;
    private final Catalog catalog;
    private final Access access;
    private final Clock clock;

    IndicatorService(
            TotalRepository totals,
            Borders borders,
            CollectionFigures figures,
            UnitService units,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.totals = totals;
        this.borders = borders;
        this.clock = clock;
        this.figures = figures;
        this.units = units;
        this.catalog = catalog;
        this.access = access;
    }

    /** One indicator. @throws vn.toam.shared.NotFound when the catalog has none such */
    public Value value(String indicator, int unit, int year) {
        return values(List.of(catalog.indicator(indicator)), unit, year).getFirst();
    }

    /** Several indicators of one unit and year, in the order asked. */
    public List<Value> values(Collection<Indicator> indicators, int unit, int year) {
        access.require(Permission.FIGURES_READ, unit);
        Borders.Read read = read(indicators, unit, List.of(year));
        Map<String, Completeness> forms = new HashMap<>();
        return indicators.stream()
                .map(indicator -> value(
                        indicator,
                        unit,
                        year,
                        read.parts().getOrDefault(indicator.id(), Map.of()).getOrDefault(year, Part.NONE),
                        poorest(
                                indicator,
                                form -> forms.computeIfAbsent(form, f -> figures.completeness(unit, f, year))),
                        read.readings().get(year)))
                .toList();
    }

    /** Values of every year there is, by indicator, oldest first; the figures without completeness. One query. */
    public Map<String, TreeMap<Integer, BigDecimal>> series(Collection<Indicator> indicators, int unit) {
        access.require(Permission.FIGURES_READ, unit);
        return seriesInside(indicators, unit);
    }

    /** As {@link #series}, also for a unit the reader may not open: only to be compared with, never shown alone. */
    Map<String, TreeMap<Integer, BigDecimal>> seriesInside(Collection<Indicator> indicators, int unit) {
        Map<String, Map<Integer, Part>> parts =
                read(indicators, unit, List.of()).parts();
        Map<String, TreeMap<Integer, BigDecimal>> series = new HashMap<>();
        for (Indicator indicator : indicators) {
            series.put(indicator.id(), numbers(indicator, parts.getOrDefault(indicator.id(), Map.of())));
        }
        return series;
    }

    /** Values of some years of all units directly below, by unit and indicator. One query whatever their number. */
    Map<Integer, Map<String, TreeMap<Integer, BigDecimal>>> seriesBelow(
            Collection<Indicator> indicators, int unit, List<Unit> below, List<Integer> years) {
        Map<Integer, List<Row>> rows = new HashMap<>();
        rowsBelow(indicators, unit, below, years)
                .forEach(row -> rows.computeIfAbsent(row.unit(), each -> new ArrayList<>())
                        .add(row));
        Map<Integer, Map<String, TreeMap<Integer, BigDecimal>>> all = new HashMap<>();
        rows.forEach((child, own) -> {
            Map<String, Map<Integer, Part>> sums = sum(own);
            Map<String, TreeMap<Integer, BigDecimal>> series = new HashMap<>();
            indicators.forEach(indicator ->
                    series.put(indicator.id(), numbers(indicator, sums.getOrDefault(indicator.id(), Map.of()))));
            all.put(child, series);
        });
        return all;
    }

    /** How each year's figures are read for a unit; years that it existed in itself, and all of a province's, are not among them. */
    public Map<Integer, Weights.Reading> readings(int unit) {
        access.require(Permission.FIGURES_READ, unit);
        return whole(units.find(unit)) ? Map.of() : borders.readings(unit, LocalDate.now(clock));
    }

    /** One indicator for all units directly below {@code unit} in the borders of the year, in the order of {@link #below}. */
    public List<Value> children(String id, int unit, int year) {
        return children(id, unit, year, figures.geography(year));
    }

    /** The same for the units directly below on any day: figures of the year read in the borders of {@code on}. */
    public List<Value> children(String id, int unit, int year, LocalDate on) {
        access.require(Permission.FIGURES_READ, unit);
        Indicator indicator = catalog.indicator(id);
        List<Unit> below = below(unit, on);
        Map<Integer, Borders.Read> reads = borders.read(List.of(indicator), below, on, List.of(year));
        Map<String, Map<Integer, Completeness>> forms = new HashMap<>();
        forms(indicator).forEach(form -> forms.put(form, figures.completenessWithin(unit, form, year)));
        return below.stream()
                .map(child -> {
                    Borders.Read read = Objects.requireNonNull(reads.get(child.id()));
                    Weights.Reading reading = read.readings().get(year);
                    return value(
                            indicator,
                            child.id(),
                            year,
                            read.parts().getOrDefault(id, Map.of()).getOrDefault(year, Part.NONE),
                            poorest(
                                    indicator,
                                    form -> completeness(forms.getOrDefault(form, Map.of()), child.id(), reading)),
                            reading);
                })
                .toList();
    }

    /** One indicator for every province of today, by name: former ones went whole into one, so the sums are exact. One query for all. */
    public List<Value> provinces(String id, int year) {
        access.require(Permission.FIGURES_READ, UnitService.COUNTRY);
        Indicator indicator = catalog.indicator(id);
        List<Unit> today = units.children(UnitService.COUNTRY, LocalDate.now(clock));
        Map<Integer, Integer> codes = new HashMap<>();
        units.children(UnitService.COUNTRY, figures.geography(year))
                .forEach(each -> codes.put(each.id(), each.province()));
        today.forEach(each -> codes.put(each.id(), each.province()));
        Map<Integer, Part> parts = new HashMap<>();
        totals.provinces(new String[] {id}, new int[] {year}).stream()
                .filter(row -> codes.containsKey(row.unit()))
                .forEach(row -> parts.merge(Objects.requireNonNull(codes.get(row.unit())), row.part(), Part::plus));
        Map<String, Map<Integer, Completeness>> forms = new HashMap<>();
        forms(indicator).forEach(form -> {
            Map<Integer, Completeness> byProvince = new HashMap<>();
            figures.completenessWithin(UnitService.COUNTRY, form, year).forEach((unit, counted) -> {
                Integer code = codes.get(unit);
                if (code != null) {
                    byProvince.merge(code, counted, Completeness::plus);
                }
            });
            forms.put(form, byProvince);
        });
        return today.stream()
                .map(each -> value(
                        indicator,
                        each.id(),
                        year,
                        parts.getOrDefault(each.province(), Part.NONE),
                        poorest(
                                indicator,
                                form -> Objects.requireNonNull(forms.get(form))
                                        .getOrDefault(each.province(), Completeness.NONE)),
                        null))
                .toList();
    }

    /** Of a unit itself, or of the units its figures are read from. */
    private static Completeness completeness(
            Map<Integer, Completeness> byUnit, int unit, Weights.@Nullable Reading reading) {
        if (reading == null) {
            return byUnit.getOrDefault(unit, Completeness.NONE);
        }
        return reading.sources().stream()
                .map(source -> byUnit.getOrDefault(source.unit(), Completeness.NONE))
                .reduce(Completeness.NONE, Completeness::plus);
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
        Set<String> named = new LinkedHashSet<>(indicator.numerator().fields());
        Expression base = indicator.denominator();
        if (base != null) {
            named.addAll(base.fields());
        }
        Set<String> forms = new LinkedHashSet<>();
        for (Form form : catalog.forms()) {
            if (form.fields().stream().anyMatch(field -> named.contains(field.id()))) {
                forms.add(form.id());
            }
        }
        return forms;
    }

    private Completeness poorest(Indicator indicator, java.util.function.Function<String, Completeness> of) {
        return forms(indicator).stream().map(of).reduce(Completeness::worse).orElse(Completeness.NONE);
    }

    private Borders.Read read(Collection<Indicator> indicators, int unit, List<Integer> years) {
        Unit here = units.find(unit);
        if (here.level() == Level.COUNTRY) {
            return new Borders.Read(sum(totals.country(ids(indicators), ints(years))), Map.of());
        }
        return whole(here)
                ? new Borders.Read(
                        sum(rows(indicators, here.province(), ints(figures.within(unit)), ints(years))), Map.of())
                : Objects.requireNonNull(borders.read(indicators, List.of(here), LocalDate.now(clock), years)
                        .get(unit));
    }

    /** The country and the provinces of today are made of whole former ones: their kept sums are exact in every year. */
    private boolean whole(Unit unit) {
        return unit.level() == Level.COUNTRY
                || unit.level() == Level.PROVINCE && unit.validity().on(LocalDate.now(clock));
    }

    private List<Row> rowsBelow(Collection<Indicator> indicators, int unit, List<Unit> below, List<Integer> years) {
        return rows(
                indicators,
                units.find(unit).province(),
                below.stream().mapToInt(Unit::id).toArray(),
                ints(years));
    }

    /** Kept sums of units above the reporting ones, and what communes contribute; all provinces when {@code province} is 0. */
    private List<Row> rows(Collection<Indicator> indicators, int province, int[] of, int[] years) {
        if (province == 0) {
            return totals.provinces(ids(indicators), years);
        }
        List<Row> rows = new ArrayList<>(totals.rows(ids(indicators), of, years));
        figures.factsForRollUp(province, of, years)
                .forEach(fact -> Measures.of(fact.figures(), indicators)
                        .forEach((id, part) -> rows.add(new Row(id, fact.year(), fact.unit(), part))));
        return rows;
    }

    /** Added up over units, by measure and year. */
    private static Map<String, Map<Integer, Part>> sum(List<Row> rows) {
        Map<String, Map<Integer, Part>> sums = new HashMap<>();
        for (Row row : rows) {
            sums.computeIfAbsent(row.measure(), each -> new HashMap<>()).merge(row.year(), row.part(), Part::plus);
        }
        return sums;
    }

    private static Value value(
            Indicator indicator,
            int unit,
            int year,
            Part part,
            Completeness completeness,
            Weights.@Nullable Reading reading) {
        return new Value(
                indicator.id(),
                unit,
                year,
                number(indicator, part),
                part.numerator(),
                part.base(),
                part.units(),
                completeness,
                reading);
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

    private static String[] ids(Collection<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toArray(String[]::new);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}

package vn.toam.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.collection.CollectionFigures;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.geography.Weights;
import vn.toam.geography.Weights.Reading;
import vn.toam.indicator.TotalRepository.Row;
import vn.toam.submission.AsOf;
import vn.toam.submission.Fact;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/**
 * The one way to read figures of units, in years in which they did not exist too: whole former or later units are added up, split ones
 * count by the households that moved, and where these are not known there is no figure. Provinces are never split: theirs are kept sums.
 */
@Component
class Borders {

    /**
     * What a unit has, by measure and year.
     *
     * @param readings how each year was read; years it existed in itself are not among them
     * @param expected how many units of a level had to report in each year
     * @param states until when lines are known, by year and line, where not to its end
     */
    public record Read(
            Measures measures,
            Map<String, Map<Integer, Part>> parts,
            Map<Integer, Reading> readings,
            Map<Level, Map<Integer, Integer>> expected,
            Map<Integer, Map<String, AsOf>> states) {

        public Part part(String measure, int year) {
            return parts.getOrDefault(measure, Map.of()).getOrDefault(year, Part.NONE);
        }

        Coverage coverage(String measure, int year) {
            int of = expected.getOrDefault(measures.level(measure), Map.of()).getOrDefault(year, 0);
            return measures.coverage(measure, part(measure, year), of)
                    .asOf(measures.asOf(measure, states.getOrDefault(year, Map.of())));
        }

        private void add(Row row) {
            add(row.measure(), row.year(), row.part());
        }

        private void add(Map<String, Part> parts, int year, BigDecimal share) {
            parts.forEach((measure, part) -> add(measure, year, part.times(share)));
        }

        private void add(String measure, int year, Part part) {
            parts.computeIfAbsent(measure, any -> new HashMap<>()).merge(year, part, Part::plus);
        }
    }

    private final TotalRepository totals;
    private final CollectionFigures figures;
    private final Measures measures;
    private final Successions successions;
    private final UnitService units;
    private final Clock clock;

    Borders(
            TotalRepository totals,
            CollectionFigures figures,
            Measures measures,
            Successions successions,
            UnitService units,
            Clock clock) {
        this.totals = totals;
        this.figures = figures;
        this.measures = measures;
        this.successions = successions;
        this.units = units;
        this.clock = clock;
    }

    /** How the figures of some years are read for a unit; years in which it existed itself, and all of a province's, are left out. */
    Map<Integer, Reading> readings(int unit, List<Integer> years) {
        LocalDate today = LocalDate.now(clock);
        Unit here = units.find(unit, today);
        return whole(here)
                ? Map.of()
                : readings(List.of(here), today, years(years)).getOrDefault(unit, Map.of());
    }

    /** The units whose returns are those of a unit in the years it existed: itself, for a province also the former ones in it. */
    List<Integer> own(int unit) {
        return whole(units.find(unit)) ? figures.within(unit) : List.of(unit);
    }

    /** Figures of a unit in its own borders: those of today, or its last. @param years none: every year anybody was asked about */
    Read read(Collection<String> wanted, int unit, List<Integer> years) {
        LocalDate today = LocalDate.now(clock);
        return Objects.requireNonNull(
                read(wanted, List.of(units.find(unit, today)), today, years).get(unit));
    }

    /** Figures of units as they were on a day, by unit. @param years none: every year anybody was asked about */
    Map<Integer, Read> read(Collection<String> wanted, List<Unit> of, LocalDate on, List<Integer> years) {
        String[] names = wanted.toArray(String[]::new);
        int[] only = years.stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, LocalDate> days = years(years);
        Map<Boolean, List<Unit>> sorts = of.stream().collect(Collectors.partitioningBy(this::whole));
        List<Unit> others = Objects.requireNonNull(sorts.get(false));
        Map<Integer, Map<Integer, Reading>> readings = others.isEmpty() ? Map.of() : readings(others, on, days);
        Map<Integer, Read> all = new HashMap<>();
        of.forEach(unit -> all.put(
                unit.id(),
                new Read(
                        measures,
                        new HashMap<>(),
                        readings.getOrDefault(unit.id(), Map.of()),
                        new EnumMap<>(Level.class),
                        new HashMap<>())));
        state(all, of, measures.states(wanted), only);
        expect(all, of, wanted, days);
        whole(all, names, Objects.requireNonNull(sorts.get(true)), only);
        if (!others.isEmpty()) {
            totals.rows(names, ids(others), only).forEach(row -> {
                Read read = Objects.requireNonNull(all.get(row.unit()));
                if (!read.readings().containsKey(row.year())) {
                    read.add(row);
                }
            });
            Map<Integer, List<Fact>> facts = facts(others, readings, only, measures.fields(wanted));
            others.forEach(unit -> add(wanted, unit.id(), Objects.requireNonNull(all.get(unit.id())), facts));
        }
        return all;
    }

    /** Until when states are known: of a unit's own returns, or of those it is read from. */
    private void state(Map<Integer, Read> all, List<Unit> of, Set<String> lines, int[] years) {
        Map<Integer, Integer> places = new HashMap<>();
        of.forEach(unit ->
                places.put(unit.id(), whole(unit) && unit.level() == Level.PROVINCE ? -unit.province() : unit.id()));
        Set<Integer> asked = new HashSet<>(places.values());
        all.values()
                .forEach(read -> read.readings()
                        .values()
                        .forEach(reading -> reading.sources().forEach(source -> asked.add(source.unit()))));
        figures.states(asked, years, lines)
                .forEach((place, byYear) -> byYear.forEach((year, known) -> all.forEach((unit, read) -> {
                    Reading reading = read.readings().get(year);
                    boolean its = reading == null
                            ? place.equals(places.get(unit))
                            : reading.sources().stream().anyMatch(source -> source.unit() == place);
                    if (its) {
                        known.forEach((line, asOf) -> read.states()
                                .computeIfAbsent(year, any -> new HashMap<>())
                                .merge(line, asOf, AsOf::and));
                    }
                })));
    }

    /** Who must report: the units that lay in the territory on the day whose borders the year's returns follow, asked or not. */
    private void expect(
            Map<Integer, Read> all, List<Unit> of, Collection<String> wanted, Map<Integer, LocalDate> days) {
        List<Integer> provinces = of.stream()
                .filter(unit -> unit.level() == Level.PROVINCE && whole(unit))
                .map(Unit::id)
                .toList();
        List<Integer> others =
                of.stream().map(Unit::id).filter(id -> !provinces.contains(id)).toList();
        wanted.stream().map(measures::level).distinct().forEach(level -> {
            Map<Integer, Map<LocalDate, Integer>> counted = units.countBelow(others, provinces, level, days.values());
            all.forEach((unit, read) -> {
                Map<Integer, Integer> byYear = new HashMap<>();
                days.forEach((year, day) -> {
                    Reading reading = read.readings().get(year);
                    byYear.put(
                            year,
                            reading == null
                                    ? counted.getOrDefault(unit, Map.of()).getOrDefault(day, 0)
                                    : level == Level.COMMUNE ? reading.sources().size() : 0);
                });
                read.expected().put(level, byYear);
            });
        });
    }

    /** How many units had to report a measure in each of these in a year, in its borders. */
    Map<Level, Map<Integer, Integer>> expected(Collection<String> wanted, Collection<Integer> of, int year) {
        LocalDate day = figures.geography(year);
        Map<Level, Map<Integer, Integer>> all = new EnumMap<>(Level.class);
        wanted.stream().map(measures::level).distinct().forEach(level -> {
            Map<Integer, Integer> byUnit = new HashMap<>();
            units.countBelow(of, List.of(), level, List.of(day))
                    .forEach((unit, byDay) -> byUnit.put(unit, byDay.getOrDefault(day, 0)));
            all.put(level, byUnit);
        });
        return all;
    }

    /** The country and the provinces of today are made of whole former ones: their kept sums are exact in every year. */
    private boolean whole(Unit unit) {
        return unit.level() == Level.COUNTRY
                || unit.level() == Level.PROVINCE && unit.validity().on(LocalDate.now(clock));
    }

    private void whole(Map<Integer, Read> all, String[] names, List<Unit> of, int[] years) {
        Map<Integer, Read> byProvince = new HashMap<>();
        of.forEach(unit -> byProvince.put(unit.province(), Objects.requireNonNull(all.get(unit.id()))));
        Read country = byProvince.remove(0);
        if (country != null) {
            totals.country(names, years).forEach(country::add);
        }
        if (!byProvince.isEmpty()) {
            int[] provinces =
                    byProvince.keySet().stream().mapToInt(Integer::intValue).toArray();
            totals.whole(names, provinces, years)
                    .forEach(row ->
                            Objects.requireNonNull(byProvince.get(row.unit())).add(row));
        }
    }

    private Map<Integer, LocalDate> years(List<Integer> only) {
        Map<Integer, LocalDate> asked = new HashMap<>(figures.geographies());
        if (!only.isEmpty()) {
            asked.keySet().retainAll(only);
        }
        return asked;
    }

    private Map<Integer, Map<Integer, Reading>> readings(List<Unit> of, LocalDate on, Map<Integer, LocalDate> asked) {
        List<Integer> elsewhen = of.stream()
                .filter(unit ->
                        asked.values().stream().anyMatch(day -> !unit.validity().on(day)))
                .map(Unit::id)
                .toList();
        if (elsewhen.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Map<LocalDate, Reading>> byDay = successions.readings(elsewhen, on, new HashSet<>(asked.values()));
        Map<Integer, Map<Integer, Reading>> readings = new HashMap<>();
        for (Unit unit : of) {
            Map<Integer, Reading> byYear = new HashMap<>();
            asked.forEach((year, day) -> {
                Reading reading = byDay.getOrDefault(unit.id(), Map.of()).get(day);
                if (reading != null && !unit.validity().on(day)) {
                    byYear.put(year, reading);
                }
            });
            readings.put(unit.id(), byYear);
        }
        return readings;
    }

    /** Accepted figures of every commune that any of the units is read from, itself included, by commune. */
    private Map<Integer, List<Fact>> facts(
            List<Unit> of, Map<Integer, Map<Integer, Reading>> readings, int[] years, Set<String> fields) {
        Map<Integer, Set<Integer>> byProvince = new HashMap<>();
        for (Unit unit : of) {
            Set<Integer> communes = new HashSet<>();
            if (unit.level() == Level.COMMUNE) {
                communes.add(unit.id());
            }
            readings.getOrDefault(unit.id(), Map.of()).values().stream()
                    .distinct()
                    .forEach(reading -> reading.sources().forEach(source -> communes.add(source.unit())));
            if (!communes.isEmpty()) {
                byProvince
                        .computeIfAbsent(unit.province(), any -> new HashSet<>())
                        .addAll(communes);
            }
        }
        List<Fact> facts = new ArrayList<>();
        byProvince.forEach((province, communes) -> facts.addAll(figures.factsForRollUp(
                province, communes.stream().mapToInt(Integer::intValue).toArray(), years, fields)));
        return facts.stream().collect(Collectors.groupingBy(Fact::unit));
    }

    private void add(Collection<String> wanted, int unit, Read read, Map<Integer, List<Fact>> facts) {
        facts.getOrDefault(unit, List.of()).stream()
                .filter(fact -> !read.readings().containsKey(fact.year()))
                .forEach(fact -> read.add(measures.of(fact, wanted), fact.year(), BigDecimal.ONE));
        read.readings().forEach((year, reading) -> {
            if (reading.kind() != Weights.Kind.NOT_COMPARABLE) {
                reading.sources()
                        .forEach(source -> facts.getOrDefault(source.unit(), List.of()).stream()
                                .filter(fact -> fact.year() == year)
                                .forEach(fact -> read.add(
                                        measures.of(fact, wanted),
                                        year,
                                        Objects.requireNonNullElse(source.share(), BigDecimal.ZERO))));
            }
        });
    }

    private static int[] ids(List<Unit> units) {
        return units.stream().mapToInt(Unit::id).toArray();
    }
}

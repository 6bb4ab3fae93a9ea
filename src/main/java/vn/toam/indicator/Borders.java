package vn.toam.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Indicator;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.Fact;
import vn.toam.unit.Level;
import vn.toam.unit.Successions;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;
import vn.toam.unit.Weights;
import vn.toam.unit.Weights.Reading;

/**
 * Figures of units in years in which they did not exist: whole former or later units are added up, split ones count by the households
 * that moved, and where these are not known there is no figure. Provinces are never split, so theirs are exact without this.
 */
@Component
class Borders {

    /** What a unit has, by indicator and year, and how each year was read; years it existed in itself are not among the readings. */
    record Read(Map<String, Map<Integer, Part>> parts, Map<Integer, Reading> readings) {

        private void add(Map<String, Part> parts, int year, BigDecimal share) {
            parts.forEach((indicator, part) -> this.parts
                    .computeIfAbsent(indicator, any -> new HashMap<>())
                    .merge(year, part.times(share), Part::plus));
        }
    }

    private final TotalRepository totals;
    private final CollectionFigures figures;
    private final Successions successions;
    private final UnitService units;

    Borders(TotalRepository totals, CollectionFigures figures, Successions successions, UnitService units) {
        this.totals = totals;
        this.figures = figures;
        this.successions = successions;
        this.units = units;
    }

    /** How the figures of each year are read for a unit; years in which it existed itself are left out. */
    Map<Integer, Reading> readings(int unit, LocalDate on) {
        return readings(units.findAll(List.of(unit), on), on, years(List.of())).getOrDefault(unit, Map.of());
    }

    /** @param years none: every year anybody was asked about */
    Map<Integer, Read> read(Collection<Indicator> indicators, List<Unit> of, LocalDate on, List<Integer> years) {
        Map<Integer, LocalDate> asked = years(years);
        Map<Integer, Map<Integer, Reading>> readings = readings(of, on, asked);
        Map<Integer, Read> all = new HashMap<>();
        of.forEach(unit -> all.put(unit.id(), new Read(new HashMap<>(), readings.getOrDefault(unit.id(), Map.of()))));
        int[] ids = of.stream().mapToInt(Unit::id).toArray();
        int[] only = years.stream().mapToInt(Integer::intValue).toArray();
        String[] measures = indicators.stream().map(Indicator::id).toArray(String[]::new);
        totals.rows(measures, ids, only).forEach(row -> {
            Read read = Objects.requireNonNull(all.get(row.unit()));
            if (!read.readings().containsKey(row.year())) {
                read.add(Map.of(row.measure(), row.part()), row.year(), BigDecimal.ONE);
            }
        });
        Map<Integer, List<Fact>> facts = facts(of, readings, only);
        all.forEach((unit, read) -> add(indicators, unit, read, facts));
        return all;
    }

    private Map<Integer, LocalDate> years(List<Integer> only) {
        Map<Integer, LocalDate> asked = new HashMap<>(figures.geographies());
        if (!only.isEmpty()) {
            asked.keySet().retainAll(only);
            only.forEach(year -> asked.computeIfAbsent(year, figures::geography));
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
    private Map<Integer, List<Fact>> facts(List<Unit> of, Map<Integer, Map<Integer, Reading>> readings, int[] years) {
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
                province, communes.stream().mapToInt(Integer::intValue).toArray(), years)));
        return facts.stream().collect(Collectors.groupingBy(Fact::unit));
    }

    private static void add(Collection<Indicator> indicators, int unit, Read read, Map<Integer, List<Fact>> facts) {
        facts.getOrDefault(unit, List.of()).stream()
                .filter(fact -> !read.readings().containsKey(fact.year()))
                .forEach(fact -> read.add(Measures.of(fact.figures(), indicators), fact.year(), BigDecimal.ONE));
        read.readings().forEach((year, reading) -> {
            if (reading.kind() != Weights.Kind.NOT_COMPARABLE) {
                reading.sources()
                        .forEach(source -> facts.getOrDefault(source.unit(), List.of()).stream()
                                .filter(fact -> fact.year() == year)
                                .forEach(fact -> read.add(
                                        Measures.of(fact.figures(), indicators),
                                        year,
                                        Objects.requireNonNullElse(source.share(), BigDecimal.ZERO))));
            }
        });
    }
}

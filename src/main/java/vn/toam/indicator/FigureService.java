package vn.toam.indicator;

import static vn.toam.round.RoundPermissions.FIGURES_READ;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.collection.CollectionFigures;
import vn.toam.geography.Level;
import vn.toam.geography.Weights;
import vn.toam.geography.Weights.Kind;
import vn.toam.shared.Access;
import vn.toam.shared.Subject;
import vn.toam.submission.AsOf;
import vn.toam.submission.Fact;
import vn.toam.unit.UnitService;

/**
 * Tables of figures for other systems and for reports: any measures (indicators, or lines of forms by their ids) of a place, of its
 * provinces or of its communes, for some years. Always from what is accepted this moment; nothing is cached. Read as the pages read.
 */
@Service
@Transactional(readOnly = true)
public class FigureService {

    /** Whose figures a table holds. */
    public enum Of {
        /** The place itself, the units that its figures of other times are read from added up. */
        PLACE,
        /** Every province as it was in the year; of the country only. */
        PROVINCES,
        /** Every commune that reported and lay in the place, wholly or in part; all together they are the place. */
        COMMUNES
    }

    /**
     * Figures of one unit and year in the order asked; null: none. Indicators are not rounded.
     *
     * @param reading whether they are the unit's own, or count by its share of households, or cannot be said (then none is)
     * @param coverage of how many units each value is, in the same order
     */
    public record Line(int unit, int year, Kind reading, List<@Nullable BigDecimal> values, List<Coverage> coverage) {

        private Line asOf(List<Coverage> dated) {
            return new Line(unit, year, reading, values, dated);
        }
    }

    /** A sum over a place, null when nobody reported it, and of how many units it is. */
    public record Sum(@Nullable BigDecimal total, Coverage coverage) {}

    /**
     * Lines of forms added up over a place.
     *
     * @param from the units whose returns they are read from
     */
    public record Sums(Kind reading, Map<String, Sum> lines, List<Integer> from) {}

    private final TotalRepository totals;
    private final Borders borders;
    private final CollectionFigures figures;
    private final Measures measures;
    private final Access access;

    FigureService(
            TotalRepository totals, Borders borders, CollectionFigures figures, Measures measures, Access access) {
        this.totals = totals;
        this.borders = borders;
        this.figures = figures;
        this.measures = measures;
        this.access = access;
    }

    /** The table, by year and unit. @throws vn.toam.shared.Rejected when there is no such measure */
    public List<Line> table(List<String> wanted, int unit, Of of, List<Integer> years) {
        access.require(FIGURES_READ, Subject.of(unit));
        measures.check(wanted);
        List<Integer> asked = years.stream().distinct().sorted().toList();
        return switch (of) {
            case PLACE -> place(wanted, unit, asked);
            case PROVINCES -> dated(provinces(wanted, asked), wanted, asked);
            case COMMUNES -> dated(communes(wanted, unit, asked), wanted, asked);
        };
    }

    /** With until when the states of each unit are known. */
    private List<Line> dated(List<Line> lines, List<String> wanted, List<Integer> years) {
        Map<Integer, Map<Integer, Map<String, AsOf>>> known = figures.states(
                lines.stream().map(Line::unit).collect(Collectors.toSet()),
                years.stream().mapToInt(Integer::intValue).toArray(),
                measures.states(wanted));
        return known.isEmpty()
                ? lines
                : lines.stream()
                        .map(line -> line.asOf(IntStream.range(0, wanted.size())
                                .mapToObj(i -> line.coverage()
                                        .get(i)
                                        .asOf(measures.asOf(
                                                wanted.get(i),
                                                known.getOrDefault(line.unit(), Map.of())
                                                        .getOrDefault(line.year(), Map.of()))))
                                .toList()))
                        .toList();
    }

    /** Lines of forms added up over a place in a year. */
    public Sums sums(Collection<String> lines, int unit, int year) {
        access.require(FIGURES_READ, Subject.of(unit));
        Borders.Read read = borders.read(lines, unit, List.of(year));
        Weights.Reading reading = read.readings().get(year);
        Map<String, Sum> sums = new HashMap<>();
        lines.forEach(line -> {
            Part part = read.part(line, year);
            sums.put(line, new Sum(part.units() > 0 ? part.numerator() : null, read.coverage(line, year)));
        });
        return reading == null
                ? new Sums(Kind.EXACT, sums, borders.own(unit))
                : new Sums(
                        reading.kind(),
                        sums,
                        reading.sources().stream().map(Weights.Source::unit).toList());
    }

    private List<Line> place(List<String> wanted, int unit, List<Integer> years) {
        Borders.Read read = borders.read(wanted, unit, years);
        List<Line> lines = new ArrayList<>();
        for (int year : years) {
            Weights.Reading reading = read.readings().get(year);
            Kind kind = reading == null ? Kind.EXACT : reading.kind();
            if (kind == Kind.NOT_COMPARABLE
                    || read.parts().values().stream().anyMatch(byYear -> byYear.containsKey(year))) {
                lines.add(line(
                        unit,
                        year,
                        kind,
                        wanted,
                        measure -> read.part(measure, year),
                        measure -> read.coverage(measure, year).expected(),
                        read.states().getOrDefault(year, Map.of())));
            }
        }
        return lines;
    }

    private List<Line> provinces(List<String> wanted, List<Integer> years) {
        access.require(FIGURES_READ, Subject.of(UnitService.COUNTRY));
        Map<Integer, Map<Integer, Map<String, Part>>> parts = new TreeMap<>();
        totals.provinces(
                        wanted.toArray(String[]::new),
                        years.stream().mapToInt(Integer::intValue).toArray())
                .forEach(row -> parts.computeIfAbsent(row.year(), any -> new TreeMap<>())
                        .computeIfAbsent(row.unit(), any -> new HashMap<>())
                        .put(row.measure(), row.part()));
        List<Line> lines = new ArrayList<>();
        parts.forEach((year, byUnit) -> {
            Map<Level, Map<Integer, Integer>> expected = borders.expected(wanted, byUnit.keySet(), year);
            byUnit.forEach((unit, own) -> lines.add(line(
                    unit,
                    year,
                    Kind.EXACT,
                    wanted,
                    own::get,
                    measure -> expected.getOrDefault(measures.level(measure), Map.of())
                            .getOrDefault(unit, 0),
                    Map.of())));
        });
        return lines;
    }

    private List<Line> communes(List<String> wanted, int unit, List<Integer> years) {
        Map<Integer, Weights.Reading> readings = borders.readings(unit, years);
        Set<String> fields = measures.fields(wanted);
        List<Line> lines = new ArrayList<>();
        for (int year : years) {
            Weights.Reading reading = readings.get(year);
            List<Line> ofYear = new ArrayList<>();
            if (reading == null) {
                figures.factsOfCommunes(unit, year, fields)
                        .forEach(fact -> ofYear.add(line(fact, Kind.EXACT, wanted, BigDecimal.ONE)));
            } else {
                Map<Integer, @Nullable BigDecimal> shares = new HashMap<>();
                reading.sources().forEach(source -> shares.put(source.unit(), source.share()));
                figures.factsOfCommunes(shares.keySet(), unit, year, fields).forEach(fact -> {
                    BigDecimal share = shares.get(fact.unit());
                    ofYear.add(line(fact, kind(share), wanted, share));
                });
            }
            ofYear.sort(Comparator.comparingInt(Line::unit));
            lines.addAll(ofYear);
        }
        return lines;
    }

    private static Kind kind(@Nullable BigDecimal share) {
        return share == null
                ? Kind.NOT_COMPARABLE
                : share.compareTo(BigDecimal.ONE) == 0 ? Kind.EXACT : Kind.APPORTIONED;
    }

    private Line line(Fact fact, Kind kind, List<String> wanted, @Nullable BigDecimal share) {
        return line(
                fact.unit(),
                fact.year(),
                kind,
                wanted,
                measure -> {
                    Part part = share == null ? null : measures.part(measure, fact);
                    return part == null ? null : part.times(Objects.requireNonNull(share));
                },
                measure -> measures.level(measure) == Level.COMMUNE ? 1 : 0,
                Map.of());
    }

    private Line line(
            int unit,
            int year,
            Kind kind,
            List<String> wanted,
            Function<String, @Nullable Part> parts,
            ToIntFunction<String> expected,
            Map<String, AsOf> states) {
        List<@Nullable BigDecimal> values = new ArrayList<>(wanted.size());
        List<Coverage> coverage = new ArrayList<>(wanted.size());
        for (String measure : wanted) {
            Part part = parts.apply(measure);
            values.add(part == null ? null : measures.value(measure, part));
            coverage.add(measures.coverage(measure, part == null ? Part.NONE : part, expected.applyAsInt(measure))
                    .asOf(measures.asOf(measure, states)));
        }
        return new Line(unit, year, kind, values, coverage);
    }
}

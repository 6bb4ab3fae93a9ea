package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.collection.CollectionFigures;
import vn.toam.collection.Fact;
import vn.toam.indicator.TotalRepository.Row;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;
import vn.toam.unit.UnitService;

/**
 * Tables of figures for other systems: any measures (indicators, or lines of forms by their ids) of a place, of its provinces or of its
 * communes, for some years. Always from what is accepted this moment; nothing is cached.
 */
@Service
@Transactional(readOnly = true)
public class FigureService {

    /** Whose figures a table holds. */
    public enum Of {
        /** The place itself, former units that went into it included. */
        PLACE,
        /** Every province as it was in the year; of the country only. */
        PROVINCES,
        /** Every commune of the place that reported. */
        COMMUNES
    }

    /** Figures of one unit and year in the order asked; null: none. Indicators are not rounded. */
    public record Line(int unit, int year, List<@Nullable BigDecimal> values) {}

    private final TotalRepository totals;
    private final CollectionFigures figures;
    private final Measures measures;
    private final UnitService units;
    private final Access access;

    FigureService(
            TotalRepository totals, CollectionFigures figures, Measures measures, UnitService units, Access access) {
        this.totals = totals;
        this.figures = figures;
        this.measures = measures;
        this.units = units;
        this.access = access;
    }

    /** The table, by year and unit. @throws vn.toam.shared.Rejected when there is no such measure */
    public List<Line> table(List<String> wanted, int unit, Of of, List<Integer> years) {
        access.require(Permission.FIGURES_READ, unit);
        measures.check(wanted);
        Map<Integer, Map<Integer, Map<String, Part>>> parts = new TreeMap<>();
        switch (of) {
            case PROVINCES -> {
                access.require(Permission.FIGURES_READ, UnitService.COUNTRY);
                put(parts, totals.provinces(wanted.toArray(String[]::new), ints(years)));
            }
            case COMMUNES -> years.forEach(year -> put(parts, wanted, figures.factsOfCommunes(unit, year)));
            case PLACE -> place(parts, wanted, unit, years);
        }
        List<Line> lines = new ArrayList<>();
        parts.forEach((year, byUnit) ->
                byUnit.forEach((each, own) -> lines.add(new Line(each, year, values(wanted, own)))));
        return lines;
    }

    private void place(
            Map<Integer, Map<Integer, Map<String, Part>>> parts, List<String> wanted, int unit, List<Integer> years) {
        String[] names = wanted.toArray(String[]::new);
        if (unit == UnitService.COUNTRY) {
            put(parts, totals.country(names, ints(years)));
        } else {
            int[] within = ints(figures.within(unit));
            put(parts, as(unit, totals.rows(names, within, ints(years))));
            List<Fact> own = figures.factsForRollUp(units.find(unit).province(), within, ints(years));
            put(
                    parts,
                    wanted,
                    own.stream()
                            .map(fact -> new Fact(unit, fact.year(), List.of(), fact.figures()))
                            .toList());
        }
    }

    private static List<Row> as(int unit, List<Row> rows) {
        return rows.stream()
                .map(row -> new Row(row.measure(), row.year(), unit, row.part()))
                .toList();
    }

    private static void put(Map<Integer, Map<Integer, Map<String, Part>>> parts, List<Row> rows) {
        rows.forEach(row -> at(parts, row.year(), row.unit()).merge(row.measure(), row.part(), Part::plus));
    }

    private void put(Map<Integer, Map<Integer, Map<String, Part>>> parts, List<String> wanted, List<Fact> facts) {
        facts.forEach(fact -> {
            Map<String, Part> own = at(parts, fact.year(), fact.unit());
            measures.of(fact.figures(), wanted).forEach((measure, part) -> own.merge(measure, part, Part::plus));
        });
    }

    private static Map<String, Part> at(Map<Integer, Map<Integer, Map<String, Part>>> parts, int year, int unit) {
        return parts.computeIfAbsent(year, each -> new TreeMap<>()).computeIfAbsent(unit, each -> new HashMap<>());
    }

    private List<@Nullable BigDecimal> values(List<String> wanted, Map<String, Part> own) {
        List<@Nullable BigDecimal> values = new ArrayList<>(wanted.size());
        for (String measure : wanted) {
            values.add(measures.value(measure, own.getOrDefault(measure, Part.NONE)));
        }
        return values;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}

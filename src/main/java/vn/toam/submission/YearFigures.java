package vn.toam.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.LineKind;

/**
 * Makes the year of its parts: events are added up, a state is that of the last part; what happened once happened. A year of events lacks
 * something until every part is there, a state until the last one is.
 */
@Component
public class YearFigures {

    /**
     * What counts of one return.
     *
     * @param part 0 the whole year, 1 to 4 a quarter, 5 and 6 a half-year
     * @param partial not of the whole unit
     * @param superseded units that followed have a return of a later part: their state is the one that holds
     */
    public record Counted(
            int unit,
            int year,
            int part,
            boolean partial,
            boolean superseded,
            List<Integer> above,
            Map<String, BigDecimal> figures) {

        private long key() {
            return unit * 10_000L + year;
        }
    }

    private final Map<String, Field> fields;

    YearFigures(Catalog catalog) {
        this.fields = catalog.forms().stream()
                .flatMap(form -> form.fields().stream())
                .collect(Collectors.toMap(Field::id, field -> field));
    }

    /** By unit and year, in the order in which they come. */
    public List<Fact> merge(List<Counted> rows) {
        Map<Long, List<Counted>> byUnit = new LinkedHashMap<>(rows.size() * 2);
        rows.forEach(row ->
                byUnit.computeIfAbsent(row.key(), any -> new ArrayList<>(2)).add(row));
        return new ArrayList<>(byUnit.values().stream().map(this::year).toList());
    }

    private Fact year(List<Counted> rows) {
        Counted first = rows.getFirst();
        Map<String, BigDecimal> figures = new HashMap<>();
        Set<String> partial = new HashSet<>();
        if (rows.stream().allMatch(row -> row.part() == 0)) {
            rows.forEach(row -> {
                figures.putAll(row.figures());
                if (row.partial()) {
                    partial.addAll(row.figures().keySet());
                }
            });
        } else {
            add(rows, figures, partial);
        }
        return new Fact(first.unit(), first.year(), first.above(), figures, partial);
    }

    private void add(List<Counted> rows, Map<String, BigDecimal> figures, Set<String> partial) {
        Map<String, Integer> whole = new HashMap<>();
        for (Counted row :
                rows.stream().sorted(Comparator.comparingInt(Counted::part)).toList()) {
            row.figures().forEach((field, figure) -> {
                boolean complete;
                if (flow(field)) {
                    figures.merge(field, figure, adding(field));
                    complete = whole.merge(field, row.partial() ? 0 : 1, Integer::sum) == parts(row.part());
                } else if (!row.superseded()) {
                    figures.put(field, figure);
                    complete = !row.partial() && row.part() == last(row.part());
                } else {
                    return;
                }
                if (complete) {
                    partial.remove(field);
                } else {
                    partial.add(field);
                }
            });
        }
    }

    private boolean flow(String field) {
        Field known = fields.get(field);
        return known == null || known.kind() == LineKind.FLOW;
    }

    private BinaryOperator<BigDecimal> adding(String field) {
        Field known = fields.get(field);
        return known != null && known.type() == FieldType.YES_NO ? BigDecimal::max : BigDecimal::add;
    }

    /** How many parts make the year. */
    static int parts(int part) {
        return part == 0 ? 1 : part < 5 ? 4 : 2;
    }

    /** The part that ends the year. */
    static int last(int part) {
        return part == 0 ? 0 : part < 5 ? 4 : 6;
    }
}

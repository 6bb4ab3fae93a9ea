package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Check;
import vn.toam.catalog.Field;
import vn.toam.catalog.FieldType;
import vn.toam.catalog.Form;

/** Holds rows of a table against what stands in the returns: what each unit would get, or why not, place by place. No database. */
final class Comparison {

    /** A figure's cell: where it stands and which line it is for. */
    record Placed(Field field, int column, Line line, boolean note) {}

    /** A row of the table with the unit it names; the unit is null when {@code fault} says why. */
    record Named(
            Line line,
            String said,
            @Nullable Asked unit,
            @Nullable Fault fault) {}

    private static final Set<String> TOTALS = Set.of(
            "tong",
            "tong cong",
            "cong",
            "tong so",
            "toan tinh",
            "toan thanh pho",
            "ca nuoc",
            "total",
            "tong toan tinh");

    private final Form form;
    private final Mapping mapping;
    private final UnitNames near;
    private final Supplier<UnitNames> all;
    private final Predicate<Asked> may;
    private final Map<String, Field> fields;
    private final Map<Integer, Integer> seen = new HashMap<>();

    /**
     * @param near units looked among first: those the sender may enter for
     * @param all everybody the round asks
     * @param may whether the sender may enter for a unit
     */
    Comparison(Form form, Mapping mapping, UnitNames near, Supplier<UnitNames> all, Predicate<Asked> may) {
        this.form = form;
        this.mapping = mapping;
        this.near = near;
        this.all = all;
        this.may = may;
        this.fields = form.fields().stream().collect(Collectors.toMap(Field::id, field -> field));
    }

    /** The unit a row is about; null for rows that are about none: empty ones and totals. */
    @Nullable
    Named name(Line line) {
        Object cell = line.cell(mapping.key());
        boolean figures = mapping.fields().keySet().stream().anyMatch(column -> line.cell(column) != null);
        boolean total = line.cells().stream()
                .limit(4)
                .anyMatch(word -> word instanceof String text && TOTALS.contains(Folded.of(text)));
        if (!figures || total) {
            return null;
        }
        if (cell == null) {
            return new Named(line, "", null, at(line, mapping.key(), "exchange.wrong.noUnit"));
        }
        return named(line, cell, mapping.key());
    }

    /** The unit that the whole table is about. */
    Named whole(Line first) {
        return named(first, mapping.unit(), -1);
    }

    private Named named(Line line, Object cell, int column) {
        String said = cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
        List<Asked> found = near.find(cell);
        if (found.isEmpty()) {
            found = all.get().find(cell);
        }
        if (found.isEmpty()) {
            return new Named(line, said, null, at(line, column, "exchange.wrong.unknownUnit", said));
        }
        if (found.size() > 1) {
            String which = found.stream()
                    .limit(5)
                    .map(unit -> unit.fullName() + (unit.over().isEmpty() ? "" : ", " + unit.over()) + " ("
                            + unit.code() + ")")
                    .collect(Collectors.joining("; "));
            return new Named(line, said, null, at(line, column, "exchange.wrong.severalUnits", said, which));
        }
        Asked unit = found.getFirst();
        if (!may.test(unit)) {
            return new Named(line, unit.fullName(), null, at(line, column, "exchange.wrong.notYours", unit.fullName()));
        }
        Integer before = seen.putIfAbsent(unit.unit(), line.number());
        return before == null
                ? new Named(line, unit.fullName(), unit, null)
                : new Named(
                        line, unit.fullName(), null, at(line, column, "exchange.wrong.twice", String.valueOf(before)));
    }

    /** A row that names no unit, or one that cannot be taken. */
    static Entry refused(Named named) {
        return new Entry(
                0,
                0,
                named.said(),
                named.line().number(),
                0,
                Entry.Status.WRONG,
                List.of(),
                Map.of(),
                0,
                List.of(),
                List.of(Objects.requireNonNull(named.fault())));
    }

    /** The cells of a row, one for each line of the form. */
    List<Placed> across(Line line) {
        List<Placed> cells = new ArrayList<>();
        mapping.fields().forEach((column, id) -> {
            Field field = fields.get(id);
            if (field != null) {
                cells.add(new Placed(field, column, line, false));
            }
        });
        return cells;
    }

    /** The cells of a table whose rows are lines of the form. */
    List<Placed> down(List<Line> lines, Headings headings) {
        List<Placed> cells = new ArrayList<>();
        for (Line line : lines) {
            String id = headings.field(line.cell(mapping.key()));
            Field field = id == null ? null : fields.get(id);
            if (field != null) {
                cells.add(new Placed(field, mapping.value(), line, false));
                if (mapping.note() >= 0) {
                    cells.add(new Placed(field, mapping.note(), line, true));
                }
            }
        }
        return cells;
    }

    /** What the unit would get. @param standing its return as it stands */
    Entry compare(Named named, Asked standing, List<Placed> cells) {
        Found found = new Found(standing);
        if (!standing.editable()) {
            found.faults.add(at(named.line(), -1, "exchange.refused." + standing.status()));
        }
        for (Placed placed : cells) {
            Object cell = placed.line().cell(placed.column());
            if (cell != null) {
                found.take(placed, cell);
            }
        }
        Entry.Status status = found.status();
        return new Entry(
                standing.unit(),
                standing.province(),
                standing.fullName(),
                named.line().number(),
                standing.version(),
                status,
                found.changes,
                found.texts,
                found.same,
                status.saves() ? broken(found.after) : List.of(),
                found.faults);
    }

    /** What the cells of one unit come to. */
    private static final class Found {

        private final Asked standing;
        private final List<Fault> faults = new ArrayList<>();
        private final List<Entry.Change> changes = new ArrayList<>();
        private final Map<String, String> texts = new TreeMap<>();
        private final Map<String, BigDecimal> after;
        private int same;

        private Found(Asked standing) {
            this.standing = standing;
            this.after = new HashMap<>(standing.figures());
        }

        private void take(Placed placed, Object cell) {
            String field = placed.field().id();
            if (placed.note() || placed.field().type() == FieldType.TEXT) {
                Map<String, String> there = placed.note() ? standing.notes() : standing.narrative();
                if (!cell.toString().equals(there.get(field))) {
                    texts.put(field, cell.toString());
                }
                return;
            }
            switch (Cells.figure(placed.field(), cell)) {
                case BigDecimal figure -> figure(field, figure);
                case Cells.Unread unread ->
                    faults.add(at(
                            placed.line(),
                            placed.column(),
                            unread.key(),
                            unread.text(),
                            placed.field().line()));
                default -> throw new IllegalStateException("no figure and no reason");
            }
        }

        private void figure(String field, BigDecimal figure) {
            BigDecimal before = standing.figures().get(field);
            if (before != null && before.compareTo(figure) == 0) {
                same++;
            } else {
                changes.add(new Entry.Change(field, before, figure));
                after.put(field, figure);
            }
        }

        private Entry.Status status() {
            if (!faults.isEmpty()) {
                return Entry.Status.WRONG;
            }
            if (changes.isEmpty() && texts.isEmpty()) {
                return Entry.Status.SAME;
            }
            return standing.figures().isEmpty() ? Entry.Status.NEW : Entry.Status.CHANGED;
        }
    }

    private List<String> broken(Map<String, BigDecimal> figures) {
        return form.broken(figures::get, field -> null).stream().map(Check::id).toList();
    }

    private static Fault at(Line line, int column, String key, String... arguments) {
        return new Fault(line.sheet(), line.number(), column < 0 ? "" : Line.letters(column), key, List.of(arguments));
    }
}

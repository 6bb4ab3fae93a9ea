package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.mapping.Entries;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.RowNotes;
import vn.toam.mapping.Tallies;
import vn.toam.shared.Numbers;
import vn.toam.shared.Text;
import vn.toam.sheet.HeadingRows;
import vn.toam.sheet.SheetRow;

/** Holds rows of a table against what stands in the returns: what each unit would get, or why not, place by place. No database. */
final class Comparison {

    /** A row of the table with the unit it names; the unit is null when {@code fault} says why. */
    record Named(
            SheetRow line,
            String said,
            @Nullable Asked unit,
            @Nullable Fault fault,
            List<Entry.Choice> choices) {}

    private final Form form;
    private final FigureTable table;
    private final Places places;
    private final Map<String, Field> fields;
    private final Tallies tallies = new Tallies();
    private final RowNotes notes;
    private final @Nullable LineNames names;
    private int otherTable;

    /**
     * @param headings the rows above the figures
     * @param names how they name their columns; null: a row is no unit
     */
    Comparison(Form form, FigureTable table, Places places, List<SheetRow> headings, @Nullable LineNames names) {
        this.form = form;
        this.table = table;
        this.places = places;
        this.names = names;
        this.notes = new RowNotes(table.mapping(), headings, HeadingRows::isNumber);
        this.fields = form.fields().stream().collect(Collectors.toMap(Field::id, field -> field));
    }

    /** The unit a row is about; null for rows that are about none: empty ones and totals. */
    @Nullable
    Named name(SheetRow line) {
        if (table.fields().keySet().stream().allMatch(column -> line.cell(column) == null)) {
            return null;
        }
        if (isHeading(line)) {
            notes.leave(otherTable > 0 ? otherTable(line) : Fault.at(line, -1, "imports.left.header"));
            return null;
        }
        Fault odd = otherTable > 0 ? otherTable(line) : names == null ? null : notes.wide(line);
        if (odd != null) {
            String said = line.cell(table.key()) == null ? "" : String.valueOf(line.cell(table.key()));
            return new Named(line, said, null, odd, List.of());
        }
        int column = line.cell(table.key()) == null && line.cell(table.second()) != null ? table.second() : table.key();
        Object cell = line.cell(column);
        if (isTotal(line, cell)) {
            notes.leave(Fault.at(line, -1, "imports.left.total"));
            ReturnDifference found = new ReturnDifference(places.nobody(), Map.of(), table.spelling());
            across(line, found);
            tallies.total(found.read());
            return null;
        }
        return cell == null
                ? new Named(line, "", null, Fault.at(line, table.key(), "exchange.wrong.noUnit"), List.of())
                : named(line, cell, column);
    }

    private boolean isTotal(SheetRow line, @Nullable Object key) {
        return (key == null || places.find(key).isEmpty()) && RowNotes.isTotal(line);
    }

    private Fault otherTable(SheetRow line) {
        return Fault.at(line, -1, "imports.wrong.otherTable", "" + otherTable);
    }

    /** The unit that the whole table is about. */
    Named whole(SheetRow first) {
        return named(first, table.unit(), -1);
    }

    private Named named(SheetRow line, Object cell, int column) {
        String said = cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
        String chosen = table.chosen().get(said);
        List<Asked> found = places.find(chosen == null ? cell : chosen);
        if (found.isEmpty()) {
            Places.Former former = places.former(said);
            List<Entry.Choice> choices = (former == null ? places.near(said) : former.now())
                    .stream().map(Comparison::choice).toList();
            Fault fault = former == null
                    ? Fault.at(line, column, "exchange.wrong.unknownUnit", said)
                    : Fault.at(
                            line,
                            column,
                            "exchange.wrong.formerUnit",
                            said,
                            names(former.now()),
                            Numbers.date(former.since()));
            return new Named(line, said, null, fault, choices);
        }
        if (found.size() > 1) {
            String which = found.stream()
                    .limit(5)
                    .map(unit -> choice(unit).name() + " (" + unit.code() + ")")
                    .collect(Collectors.joining("; "));
            Fault fault = Fault.at(line, column, "exchange.wrong.severalUnits", said, which);
            return new Named(
                    line,
                    said,
                    null,
                    fault,
                    found.stream().limit(5).map(Comparison::choice).toList());
        }
        return allowed(line, found.getFirst(), column, said);
    }

    private static Entry.Choice choice(Asked unit) {
        return new Entry.Choice(unit.code(), unit.fullName() + (unit.over().isEmpty() ? "" : ", " + unit.over()));
    }

    private static String names(List<Asked> units) {
        return units.stream().map(Asked::fullName).collect(Collectors.joining(", "));
    }

    private Named allowed(SheetRow line, Asked unit, int column, String said) {
        Object name = column == table.key() ? line.cell(table.second()) : null;
        Fault fault = null;
        if (!places.may(unit)) {
            fault = Fault.at(line, column, "exchange.wrong.notYours", unit.fullName());
        } else if (name != null
                && !table.chosen().containsKey(said)
                && !places.find(name).contains(unit)) {
            fault = Fault.at(line, table.second(), "exchange.wrong.codeName", said, unit.fullName(), name.toString());
        }
        Fault twice = column < 0 ? null : notes.seen(String.valueOf(unit.unit()), line, column);
        fault = twice == null ? fault : twice;
        return new Named(line, unit.fullName(), fault == null ? unit : null, fault, List.of());
    }

    /** A row that names no unit, or one that cannot be taken. */
    static Entry refused(Named named) {
        List<Entry.Doubt> doubts = named.said().isBlank()
                ? List.of()
                : List.of(new Entry.Doubt(FigureTable.UNIT, named.said(), named.choices(), true));
        return Entry.refused("", named.said(), named.line().number(), Objects.requireNonNull(named.fault()), doubts);
    }

    /** What the unit of a row would get. @param standing its return as it stands; @param last its figures of the year before */
    Entry across(Named named, Asked standing, Map<String, BigDecimal> last) {
        ReturnDifference found = new ReturnDifference(standing, last, table.spelling());
        across(named.line(), found);
        notes.look(named.line());
        return finish(named.line(), found, last);
    }

    private void across(SheetRow line, ReturnDifference found) {
        table.fields().forEach((column, id) -> {
            Field field = fields.get(id);
            Object cell = line.cell(column);
            if (field != null && cell != null) {
                notes.spelt(column, cell);
                found.take(new ReturnDifference.Placed(field, column, line, false), cell);
            }
        });
    }

    /** True for headings that stand among the rows: those of another table end this one. */
    private boolean isHeading(SheetRow line) {
        boolean heading = false;
        boolean other = false;
        for (Map.Entry<Integer, String> column : table.fields().entrySet()) {
            Field field = fields.get(column.getValue());
            if (names != null && field != null && field.type() != FieldType.TEXT) {
                String said = names.field(line.cell(column.getKey()));
                heading |= said != null;
                other |= said != null && !said.equals(field.id());
            }
        }
        otherTable = other ? line.number() : otherTable;
        return heading;
    }

    /** What one unit would get of a table whose rows are lines of the form. */
    Entry down(Named named, Asked standing, Map<String, BigDecimal> last, List<SheetRow> lines, LineNames names) {
        ReturnDifference found = new ReturnDifference(standing, last, table.spelling());
        Map<String, Integer> rows = new HashMap<>();
        String whole = "";
        for (SheetRow line : lines) {
            boolean blank = line.cell(table.value()) == null && line.cell(table.note()) == null;
            String id = id(line, whole, names, blank ? null : found);
            Field field = id == null ? null : fields.get(id);
            if (field != null) {
                whole = field.partOf() == null ? field.id() : whole;
            } else if (!blank && line.cell(table.key()) != null) {
                notes.leave(Fault.at(line, table.key(), "exchange.left.line", String.valueOf(line.cell(table.key()))));
            }
            if (field == null || blank) {
                continue;
            }
            Integer before = rows.putIfAbsent(field.id(), line.number());
            if (before != null) {
                found.fault(Fault.at(line, table.key(), "exchange.wrong.lineTwice", field.line(), "" + before));
            } else {
                down(line, field, found);
            }
        }
        return finish(named.line(), found, last);
    }

    private void down(SheetRow line, Field field, ReturnDifference found) {
        Object cell = line.cell(table.value());
        Object note = line.cell(table.note());
        if (cell != null) {
            notes.spelt(table.value(), cell);
            found.take(new ReturnDifference.Placed(field, table.value(), line, false), cell);
        }
        if (note != null) {
            found.take(new ReturnDifference.Placed(field, table.note(), line, true), note);
        }
    }

    /** The line that a row names by its number, its name, or both, which then must agree. */
    private @Nullable String id(SheetRow line, String whole, LineNames names, @Nullable ReturnDifference found) {
        String key = id(line.cell(table.key()), whole, names);
        String second = id(line.cell(table.second()), whole, names);
        if (found != null && key != null && second != null && !key.equals(second)) {
            found.fault(Fault.at(
                    line,
                    table.second(),
                    "exchange.wrong.lineName",
                    String.valueOf(line.cell(table.key())),
                    String.valueOf(line.cell(table.second()))));
        }
        return key == null ? second : key;
    }

    private static @Nullable String id(@Nullable Object cell, String whole, LineNames names) {
        String id = names.field(cell instanceof BigDecimal number ? number.toPlainString() : cell);
        return id == null && cell instanceof String text && !whole.isEmpty() ? names.part(whole, text) : id;
    }

    private Entry finish(SheetRow line, ReturnDifference found, Map<String, BigDecimal> last) {
        tallies.add(found.read(), last);
        Entry.Status status = found.status(line);
        List<Text> checks = !status.saves()
                ? List.of()
                : form.broken(found.after()::get, last::get).stream()
                        .map(Check::message)
                        .toList();
        return found.entry(line, status, checks);
    }

    /** Tells what is to be said of the table as a whole. */
    void tell(Entries entries) {
        notes.tell(
                entries,
                tallies.of(form.fields().stream()
                        .filter(field -> field.type().adds())
                        .map(Field::id)
                        .toList()));
    }

    /** True when a column spells figures both ways: 7.000 may be seven there. */
    boolean mixed() {
        return table.spelling() == null && notes.mixed();
    }
}

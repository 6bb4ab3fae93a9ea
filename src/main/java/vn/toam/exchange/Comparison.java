package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Check;
import vn.toam.catalog.Field;
import vn.toam.catalog.FieldType;
import vn.toam.catalog.Form;
import vn.toam.shared.Numbers;
import vn.toam.sheet.Folded;
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

    private static final Pattern TOTAL = Pattern.compile(
            "(tong|cong)( (cong|so|chung|hop|toan .*|ca .*|\\d+.*|[ivx]+.*|cac .*))*|toan (tinh|thanh pho|xa|huyen|quoc|nganh)|ca (nuoc|tinh)|total|sum");
    private static final Pattern DOTS = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern ENGLISH =
            Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+\\.\\d+|[1-9]\\d{0,2}(,\\d{3}){2,}|\\d+\\.(\\d{1,2}|\\d{4,})");
    private static final Set<String> ORDINAL = Set.of("tt", "stt", "so tt", "so thu tu", "no", "ma", "ma so");
    private static final int TOLD = 200;
    private static final int NAME_WITHIN = 4;

    private final Form form;
    private final Mapping mapping;
    private final Places places;
    private final Map<String, Field> fields;
    private final Map<Integer, Integer> seen = new HashMap<>();
    private final Map<Integer, Fault> repeated = new TreeMap<>();
    private final Tallies tallies = new Tallies();
    private final List<Fault> left = new ArrayList<>();
    private List<SheetRow> heads = List.of();
    private @Nullable LineNames names;
    private int width;
    private int otherTable;
    private final Set<Integer> unread = new TreeSet<>();
    private final Set<Integer> dotted = new HashSet<>();
    private final Set<Integer> foreign = new HashSet<>();

    Comparison(Form form, Mapping mapping, Places places) {
        this.form = form;
        this.mapping = mapping;
        this.places = places;
        this.fields = form.fields().stream().collect(Collectors.toMap(Field::id, field -> field));
    }

    /** Says how the headings above the rows name their columns. */
    void headed(List<SheetRow> above, LineNames by) {
        heads = above;
        names = by;
        for (SheetRow line : above) {
            for (int column = width; column < line.cells().size(); column++) {
                width = line.cell(column) == null ? width : column + 1;
            }
        }
    }

    /** The unit a row is about; null for rows that are about none: empty ones and totals. */
    @Nullable
    Named name(SheetRow line) {
        if (mapping.fields().keySet().stream().allMatch(column -> line.cell(column) == null)) {
            return null;
        }
        if (isHeading(line)) {
            leave(
                    otherTable > 0
                            ? Fault.at(line, -1, "exchange.wrong.otherTable", "" + otherTable)
                            : Fault.at(line, -1, "exchange.left.header"));
            return null;
        }
        if (otherTable > 0 || wide(line)) {
            String said = line.cell(mapping.key()) == null ? "" : String.valueOf(line.cell(mapping.key()));
            Fault fault = otherTable > 0
                    ? Fault.at(line, -1, "exchange.wrong.otherTable", "" + otherTable)
                    : Fault.at(line, width, "exchange.wrong.wide");
            return new Named(line, said, null, fault, List.of());
        }
        int column = line.cell(mapping.key()) == null && line.cell(mapping.second()) != null
                ? mapping.second()
                : mapping.key();
        Object cell = line.cell(column);
        if (isTotal(line, cell)) {
            leave(Fault.at(line, -1, "exchange.left.total"));
            Found found = new Found(places.nobody(), Map.of(), mapping.spelling());
            across(line, found);
            tallies.total(found.read());
            return null;
        }
        return cell == null
                ? new Named(line, "", null, Fault.at(line, mapping.key(), "exchange.wrong.noUnit"), List.of())
                : named(line, cell, column);
    }

    private boolean isTotal(SheetRow line, @Nullable Object key) {
        return (key == null || places.find(key).isEmpty())
                && line.cells().stream()
                        .limit(NAME_WITHIN)
                        .anyMatch(word -> word instanceof String text
                                && TOTAL.matcher(Folded.of(text)).matches());
    }

    /** The unit that the whole table is about. */
    Named whole(SheetRow first) {
        return named(first, mapping.unit(), -1);
    }

    private Named named(SheetRow line, Object cell, int column) {
        String said = cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
        String chosen = mapping.chosen().get(said);
        List<Asked> found = places.find(chosen == null ? cell : chosen);
        if (found.isEmpty()) {
            Places.Former former = places.former(said);
            List<Entry.Choice> choices = (former == null ? places.near(said) : former.now())
                    .stream().map(Entry.Choice::of).toList();
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
                    .map(unit -> Entry.Choice.of(unit).name() + " (" + unit.code() + ")")
                    .collect(Collectors.joining("; "));
            Fault fault = Fault.at(line, column, "exchange.wrong.severalUnits", said, which);
            return new Named(
                    line,
                    said,
                    null,
                    fault,
                    found.stream().limit(5).map(Entry.Choice::of).toList());
        }
        return allowed(line, found.getFirst(), column, said);
    }

    private static String names(List<Asked> units) {
        return units.stream().map(Asked::fullName).collect(Collectors.joining(", "));
    }

    private Named allowed(SheetRow line, Asked unit, int column, String said) {
        Object name = column == mapping.key() ? line.cell(mapping.second()) : null;
        Fault fault = null;
        if (!places.may(unit)) {
            fault = Fault.at(line, column, "exchange.wrong.notYours", unit.fullName());
        } else if (name != null
                && !mapping.chosen().containsKey(said)
                && !places.find(name).contains(unit)) {
            fault = Fault.at(line, mapping.second(), "exchange.wrong.codeName", said, unit.fullName(), name.toString());
        }
        Integer before = column < 0 ? null : seen.putIfAbsent(unit.unit(), line.number());
        if (before != null) {
            repeated.putIfAbsent(
                    unit.unit(),
                    new Fault(line.sheet(), before, "", "exchange.wrong.twice", List.of("" + line.number())));
            fault = Fault.at(line, column, "exchange.wrong.twice", String.valueOf(before));
        }
        return new Named(line, unit.fullName(), fault == null ? unit : null, fault, List.of());
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
                Map.of(),
                0,
                List.of(),
                List.of(Objects.requireNonNull(named.fault())),
                named.choices());
    }

    /** What the unit of a row would get. @param standing its return as it stands; @param last its figures of the year before */
    Entry across(Named named, Asked standing, Map<String, BigDecimal> last) {
        Found found = new Found(standing, last, mapping.spelling());
        across(named.line(), found);
        look(named.line());
        return finish(named.line(), found, last);
    }

    private void across(SheetRow line, Found found) {
        mapping.fields().forEach((column, id) -> {
            Field field = fields.get(id);
            Object cell = line.cell(column);
            if (field != null && cell != null) {
                spelt(column, cell);
                found.take(new Found.Placed(field, column, line, false), cell);
            }
        });
    }

    private void look(SheetRow line) {
        for (int column = 0; column < line.cells().size(); column++) {
            if (!mapping.fields().containsKey(column)
                    && column != mapping.key()
                    && column != mapping.second()
                    && HeadingRows.isNumber(line.cell(column))) {
                unread.add(column);
            }
        }
    }

    /** Tells of columns of figures that no unit gets anything of; running numbers are no figures. */
    void tellUnread() {
        for (int column : unread) {
            SheetRow head = heads.reversed().stream()
                    .filter(line -> line.cell(column) != null)
                    .findFirst()
                    .orElse(null);
            if (head == null) {
                leave(Fault.at(
                        new SheetRow(mapping.sheet(), mapping.header(), List.of()), column, "exchange.left.noHeading"));
            } else if (!ORDINAL.contains(Folded.of(String.valueOf(head.cell(column))))) {
                leave(Fault.at(head, column, "exchange.left.heading", String.valueOf(head.cell(column))));
            }
        }
    }

    /** True for headings that stand among the rows: those of another table end this one. */
    private boolean isHeading(SheetRow line) {
        boolean heading = false;
        boolean other = false;
        for (Map.Entry<Integer, String> column : mapping.fields().entrySet()) {
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

    /** In separated values, more cells than the headings have. */
    private boolean wide(SheetRow line) {
        return line.sheet().isEmpty()
                && width > 0
                && line.cells().stream().skip(width).anyMatch(cell -> cell != null);
    }

    private void spelt(int column, Object cell) {
        if (cell instanceof String text && text.length() < 20) {
            if (DOTS.matcher(text).matches()) {
                dotted.add(column);
            } else if (ENGLISH.matcher(text).matches()) {
                foreign.add(column);
            }
        }
    }

    /** What one unit would get of a table whose rows are lines of the form. */
    Entry down(Named named, Asked standing, Map<String, BigDecimal> last, List<SheetRow> lines, LineNames names) {
        Found found = new Found(standing, last, mapping.spelling());
        Map<String, Integer> rows = new HashMap<>();
        String whole = "";
        for (SheetRow line : lines) {
            boolean blank = line.cell(mapping.value()) == null && line.cell(mapping.note()) == null;
            String id = id(line, whole, names, blank ? null : found);
            Field field = id == null ? null : fields.get(id);
            if (field != null) {
                whole = field.partOf() == null ? field.id() : whole;
            } else if (!blank && line.cell(mapping.key()) != null) {
                leave(Fault.at(line, mapping.key(), "exchange.left.line", String.valueOf(line.cell(mapping.key()))));
            }
            if (field == null || blank) {
                continue;
            }
            Integer before = rows.putIfAbsent(field.id(), line.number());
            if (before != null) {
                found.fault(Fault.at(line, mapping.key(), "exchange.wrong.lineTwice", field.line(), "" + before));
            } else {
                down(line, field, found);
            }
        }
        return finish(named.line(), found, last);
    }

    private void down(SheetRow line, Field field, Found found) {
        Object cell = line.cell(mapping.value());
        Object note = line.cell(mapping.note());
        if (cell != null) {
            spelt(mapping.value(), cell);
            found.take(new Found.Placed(field, mapping.value(), line, false), cell);
        }
        if (note != null) {
            found.take(new Found.Placed(field, mapping.note(), line, true), note);
        }
    }

    /** The line that a row names by its number, its name, or both, which then must agree. */
    private @Nullable String id(SheetRow line, String whole, LineNames names, @Nullable Found found) {
        String key = id(line.cell(mapping.key()), whole, names);
        String second = id(line.cell(mapping.second()), whole, names);
        if (found != null && key != null && second != null && !key.equals(second)) {
            found.fault(Fault.at(
                    line,
                    mapping.second(),
                    "exchange.wrong.lineName",
                    String.valueOf(line.cell(mapping.key())),
                    String.valueOf(line.cell(mapping.second()))));
        }
        return key == null ? second : key;
    }

    private static @Nullable String id(@Nullable Object cell, String whole, LineNames names) {
        String id = names.field(cell instanceof BigDecimal number ? number.toPlainString() : cell);
        return id == null && cell instanceof String text && !whole.isEmpty() ? names.part(whole, text) : id;
    }

    private Entry finish(SheetRow line, Found found, Map<String, BigDecimal> last) {
        tallies.add(found.read(), last);
        Entry.Status status = found.status(line);
        List<String> checks = !status.saves()
                ? List.of()
                : form.broken(found.after()::get, last::get).stream()
                        .map(Check::id)
                        .toList();
        return found.entry(line, status, checks);
    }

    private void leave(Fault fault) {
        if (left.size() < TOLD) {
            left.add(fault);
        }
    }

    /** RowReceiver that no unit gets anything of, as far as they are told. */
    List<Fault> left() {
        return left;
    }

    /** Units that more than one row is about, with what is to be said of the first. */
    Map<Integer, Fault> repeated() {
        return repeated;
    }

    List<Tallies.Tally> tallies() {
        return tallies.inOrder(form.fields());
    }

    /** True when a column spells figures both ways: 7.000 may be seven there. */
    boolean mixed() {
        return mapping.spelling() == null && foreign.stream().anyMatch(dotted::contains);
    }
}

package vn.toam.householdimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.mapping.ImportRows;
import vn.toam.mapping.Mapping;
import vn.toam.shared.SearchWords;
import vn.toam.sheet.SheetRow;

/**
 * A list with a row for each person as one with a row for each household: that of its head, whose cell of the relation says what was counted.
 * Village and number may stand in the first row alone. A number with a dot ("100.1") is a further sheet of the same household.
 */
final class HouseholdRows implements ImportRows {

    /** Begins a cell that says what was counted. */
    static final String COUNTED = "@hộ";

    /** What every row is in the end; with a mark, so that no row is taken for written without any. */
    static final String HOUSEHOLD = "hộ";

    /** In its place, with another mark: a household that may be meant and is to be asked about. */
    static final String PERHAPS = "hồ";

    /** In its place: nobody of the household is its head. */
    static final String HEADLESS = "@?";

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]\\d\\d|20\\d\\d)(?!\\d)");
    private static final int MANY = 500;

    private final Mapping mapping;
    private final ImportRows rows;
    private final LocalDate today;

    private final List<SheetRow> group = new ArrayList<>();
    private @Nullable SheetRow before;

    HouseholdRows(Mapping mapping, ImportRows rows, LocalDate today) {
        this.mapping = mapping;
        this.rows = rows;
        this.today = today;
    }

    @Override
    public List<SheetRow> headings() {
        return rows.headings();
    }

    @Override
    public void each(Consumer<List<SheetRow>> batch) {
        List<SheetRow> ready = new ArrayList<>();
        group.clear();
        before = null;
        rows.each(lines -> {
            for (SheetRow line : lines) {
                add(line, ready);
            }
            if (ready.size() >= MANY) {
                batch.accept(List.copyOf(ready));
                ready.clear();
            }
        });
        close(ready);
        if (!ready.isEmpty()) {
            batch.accept(ready);
        }
    }

    private void add(SheetRow line, List<SheetRow> ready) {
        String name = text(line, HouseholdColumns.NAME);
        if (name.isEmpty() || isHeading(name)) {
            close(ready);
            ready.add(line);
            return;
        }
        SheetRow whole = filled(line);
        if (!group.isEmpty() && !goesOn(whole)) {
            close(ready);
        }
        group.add(whole);
        before = whole;
    }

    private boolean isHeading(String name) {
        return headings().stream()
                .anyMatch(head ->
                        SearchWords.fold(text(head, HouseholdColumns.NAME)).equals(SearchWords.fold(name)));
    }

    /** With village and number of the row above where this one says none: they stand in the first row of a household alone. */
    private SheetRow filled(SheetRow line) {
        SheetRow above = before;
        if (above == null) {
            return line;
        }
        boolean own = !text(line, HouseholdColumns.NO).isEmpty();
        SheetRow placed = with(line, mapping.column(HouseholdColumns.VILLAGE), above);
        return own || heads(line) ? placed : with(placed, mapping.column(HouseholdColumns.NO), above);
    }

    private static SheetRow with(SheetRow line, int column, SheetRow above) {
        if (column < 0 || line.cell(column) != null || above.cell(column) == null) {
            return line;
        }
        return with(line, column, Objects.requireNonNull(above.cell(column)));
    }

    private static SheetRow with(SheetRow line, int column, Object value) {
        List<@Nullable Object> cells = new ArrayList<>(line.cells());
        while (cells.size() <= column) {
            cells.add(null);
        }
        cells.set(column, value);
        return new SheetRow(line.sheet(), line.number(), cells);
    }

    /** True when a row belongs to the household that is read: its number, and no other head of it but of a further sheet. */
    private boolean goesOn(SheetRow line) {
        SheetRow first = group.getFirst();
        boolean same = text(line, HouseholdColumns.VILLAGE).equals(text(first, HouseholdColumns.VILLAGE))
                && base(line).equals(base(first));
        return same && (!heads(line) || dotted(line));
    }

    private boolean heads(SheetRow line) {
        String relation = SearchWords.fold(text(line, HouseholdColumns.RELATION));
        return relation.equals("chu ho") || relation.equals("chu") || relation.equals("ch") || relation.equals("head");
    }

    private boolean dotted(SheetRow line) {
        return !base(line).equals(text(line, HouseholdColumns.NO));
    }

    private String base(SheetRow line) {
        return base(text(line, HouseholdColumns.NO));
    }

    /** "100.1" as "100"; what is no such number as it stands. */
    static String base(String no) {
        return no.matches("\\d{1,4}[.,]\\d{1,2}") ? no.replaceAll("[.,].*", "") : no;
    }

    private void close(List<SheetRow> ready) {
        if (group.isEmpty()) {
            return;
        }
        SheetRow head = group.stream()
                .filter(line -> heads(line) && !dotted(line))
                .findFirst()
                .orElse(null);
        SheetRow row = head == null ? group.getFirst() : head;
        String counted = head == null ? HEADLESS : COUNTED + ";" + counted();
        SheetRow told = with(row, mapping.column(HouseholdColumns.RELATION), counted);
        int no = mapping.column(HouseholdColumns.NO);
        ready.add(no < 0 || base(row).isEmpty() ? told : with(told, no, base(row)));
        group.clear();
    }

    /** Persons, women, under 16, from 60; blank: not known of everybody. */
    private String counted() {
        boolean sexes = group.stream().allMatch(line -> !sex(line).isEmpty());
        List<Integer> ages =
                group.stream().map(this::age).filter(Objects::nonNull).toList();
        boolean known = ages.size() == group.size();
        return Stream.of(
                        String.valueOf(group.size()),
                        sexes ? count(group.stream().filter(line -> sex(line).equals("nu"))) : "",
                        known ? count(ages.stream().filter(age -> age < 16)) : "",
                        known ? count(ages.stream().filter(age -> age >= 60)) : "")
                .collect(java.util.stream.Collectors.joining(";"));
    }

    private static String count(Stream<?> some) {
        return String.valueOf(some.count());
    }

    private String sex(SheetRow line) {
        String said = SearchWords.fold(text(line, HouseholdColumns.SEX));
        return said.equals("nam") || said.equals("nu") ? said : "";
    }

    private @Nullable Integer age(SheetRow line) {
        String year = year(text(line, HouseholdColumns.BIRTH));
        return year.isEmpty() ? null : (Integer) (today.getYear() - Integer.parseInt(year));
    }

    /** The year in a day or a year; blank: none. */
    static String year(String birth) {
        Matcher year = YEAR.matcher(birth);
        return year.find() ? year.group(1) : "";
    }

    private String text(SheetRow line, String column) {
        Object cell = line.cell(mapping.column(column));
        return cell instanceof java.math.BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : cell == null ? "" : cell.toString().strip();
    }
}

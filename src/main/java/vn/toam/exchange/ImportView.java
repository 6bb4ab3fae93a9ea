package vn.toam.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.toam.catalog.Check;
import vn.toam.catalog.Field;
import vn.toam.catalog.FieldType;
import vn.toam.catalog.Form;
import vn.toam.round.Round;
import vn.toam.shared.Numbers;
import vn.toam.shared.Page;
import vn.toam.shared.Slice;
import vn.toam.sheet.SheetRow;

/**
 * What the page of an import shows.
 *
 * @param mapping how the table is, or would be, read
 * @param top first rows of every sheet, while the columns are asked for; else empty
 * @param counts units by what would happen to them
 * @param kind which of them are listed; null: all
 * @param silent the work was interrupted
 * @param forOthers it waits to be confirmed and would type for other units: from which paper must be said
 */
public record ImportView(
        Import made,
        Round round,
        Form form,
        @Nullable Mapping mapping,
        Map<String, List<SheetRow>> top,
        Map<Entry.Status, Integer> counts,
        Entry.@Nullable Status kind,
        Slice<Entry> slice,
        boolean silent,
        boolean forOthers) {

    /** Choices of a column that are no line of the form. */
    public static final String UNIT = "@unit";

    public static final String LINE = "@line";
    /** The unit or line named a second time. */
    public static final String SECOND = "@second";

    public static final String VALUE = "@value";
    public static final String NOTE = "@note";

    private static final int SAMPLES = 3;

    /**
     * A column of the file.
     *
     * @param index from 0
     * @param heading what stands above it
     * @param samples its first values
     * @param choice what it is, or would be
     */
    public record Column(int index, String heading, List<String> samples, String choice) {

        public String letters() {
            return SheetRow.letters(index);
        }
    }

    /** The same with what was just typed. */
    ImportView with(Mapping typed) {
        return new ImportView(made, round, form, typed, top, counts, kind, slice, silent, forOthers);
    }

    /** True while the columns are asked for. */
    public boolean asks() {
        return !top.isEmpty();
    }

    public int count(Entry.Status status) {
        return counts.getOrDefault(status, 0);
    }

    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Units that would be saved. */
    public int saves() {
        return count(Entry.Status.NEW) + count(Entry.Status.CHANGED);
    }

    /** The columns of the sheet shown. */
    public List<Column> columns() {
        Mapping read = mapping;
        List<SheetRow> lines = read == null ? List.of() : top.getOrDefault(read.sheet(), List.of());
        TreeSet<Integer> used = new TreeSet<>();
        for (SheetRow line : lines) {
            for (int i = 0; i < line.cells().size(); i++) {
                if (line.cell(i) != null) {
                    used.add(i);
                }
            }
        }
        return read == null
                ? List.of()
                : used.stream().map(column -> column(read, lines, column)).toList();
    }

    private static Column column(Mapping mapping, List<SheetRow> lines, int column) {
        List<String> headings = new ArrayList<>();
        List<String> samples = new ArrayList<>();
        for (SheetRow line : lines) {
            Object cell = line.cell(column);
            if (cell != null && line.number() >= mapping.header() && line.number() < mapping.first()) {
                headings.add(written(cell));
            } else if (cell != null && line.number() >= mapping.first() && samples.size() < SAMPLES) {
                samples.add(written(cell));
            }
        }
        return new Column(column, String.join(" · ", headings), samples, choice(mapping, column));
    }

    private static String written(Object cell) {
        String text = cell instanceof Number number
                ? Numbers.number(number, LocaleContextHolder.getLocale())
                : cell.toString();
        return text.length() > 80 ? text.substring(0, 79) + "…" : text;
    }

    private static String choice(Mapping mapping, int column) {
        boolean across = mapping.shape() == Mapping.Shape.UNITS_DOWN;
        if (column == mapping.key()) {
            return across ? UNIT : LINE;
        }
        if (column == mapping.second()) {
            return SECOND;
        }
        if (across) {
            return mapping.fields().getOrDefault(column, "");
        }
        return column == mapping.value() ? VALUE : column == mapping.note() ? NOTE : "";
    }

    public Field field(String id) {
        return form.field(id).orElseThrow();
    }

    /** A figure as people write it. */
    public String figure(Page page, Field field, @Nullable BigDecimal figure) {
        return figure == null || field.type() != FieldType.YES_NO
                ? page.number(figure)
                : page.t(figure.signum() != 0 ? "collection.yes" : "collection.no");
    }

    /** Checks that a unit's figures would break. */
    public List<Check> checks(Entry entry) {
        return form.checks().stream()
                .filter(check -> entry.checks().contains(check.id()))
                .collect(Collectors.toList());
    }

    /** A column's sum as people write it, beside last year's: how much more or less, in per cent; blank: not to be compared. */
    public String change(Page page, Tallies.Tally tally) {
        if (tally.before() != tally.units() || tally.last().signum() == 0) {
            return "";
        }
        BigDecimal percent = tally.sum()
                .subtract(tally.last())
                .multiply(BigDecimal.valueOf(100))
                .divide(tally.last(), 1, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + page.number(percent) + " %";
    }

    /** Where a fault stands, in words. */
    public String place(Page page, Fault fault) {
        if (fault.row() == 0 && fault.sheet().isEmpty()) {
            return "";
        }
        List<String> places = new ArrayList<>();
        if (!fault.sheet().isEmpty()) {
            places.add(page.t("exchange.place.sheet", fault.sheet()));
        }
        if (fault.row() > 0) {
            places.add(page.t("exchange.place.row", String.valueOf(fault.row())));
        }
        if (!fault.column().isEmpty()) {
            places.add(page.t("exchange.place.column", fault.column()));
        }
        return String.join(", ", places);
    }

    public String said(Page page, Fault fault) {
        String said = page.t(fault.key(), fault.arguments().toArray());
        return fault.last() == null ? said : said + " " + page.t("exchange.wrong.last", fault.last());
    }

    /** Address of the list of one kind. */
    public String address(Entry.@Nullable Status only) {
        return "/exchange/imports/" + made.id() + (only == null ? "?" : "?kind=" + only + "&");
    }
}

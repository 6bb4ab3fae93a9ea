package vn.toam.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.toam.mapping.ColumnGroup;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.ImportQuestion;
import vn.toam.mapping.ImportTarget;
import vn.toam.mapping.Mapping;
import vn.toam.mapping.RecordTarget;
import vn.toam.mapping.Tallies;
import vn.toam.shared.Numbers;
import vn.toam.shared.Page;
import vn.toam.shared.Slice;
import vn.toam.sheet.SheetRow;

/** What the page of an import shows. */
public final class ImportView {

    private static final int SAMPLES = 3;

    /**
     * A column of the file.
     *
     * @param index from 0
     * @param heading what stands above it
     * @param samples its first values
     * @param choice id of what it is, or would be; blank: it is left out
     */
    public record Column(int index, String heading, List<String> samples, String choice) {

        public String letters() {
            return SheetRow.letters(index);
        }
    }

    private final Import made;
    private final ImportTarget target;
    private final ImportPlace place;
    private final ImportWords words;
    private final @Nullable Mapping mapping;
    private final Map<String, List<SheetRow>> top;
    private final Map<Entry.Status, Integer> counts;
    private final Entry.@Nullable Status kind;
    private final Slice<Entry> slice;
    private final boolean silent;
    private final @Nullable ImportQuestion question;
    private final List<ColumnGroup> groups;
    private final Map<String, ColumnGroup.Column> known = new HashMap<>();

    /**
     * @param mapping how the table is, or would be, read
     * @param top first rows of every sheet, while the columns are asked for; else empty
     * @param counts entries by what would happen to them
     * @param kind which of them are listed; null: all
     * @param silent the work was interrupted
     * @param question what must be said before it is saved; null: nothing
     */
    ImportView(
            Import made,
            ImportTarget target,
            ImportWords words,
            @Nullable Mapping mapping,
            Map<String, List<SheetRow>> top,
            Map<Entry.Status, Integer> counts,
            Entry.@Nullable Status kind,
            Slice<Entry> slice,
            boolean silent,
            @Nullable ImportQuestion question) {
        this.made = made;
        this.target = target;
        this.place = target.place();
        this.words = words;
        this.mapping = mapping;
        this.top = top;
        this.counts = counts;
        this.kind = kind;
        this.slice = slice;
        this.silent = silent;
        this.question = question;
        this.groups = target.columns();
        groups.forEach(group -> group.columns().forEach(column -> known.put(column.id(), column)));
    }

    /** The same with what was just typed. */
    ImportView with(Mapping typed) {
        return new ImportView(made, target, words, typed, top, counts, kind, slice, silent, question);
    }

    public Import made() {
        return made;
    }

    public ImportPlace place() {
        return place;
    }

    public @Nullable Mapping mapping() {
        return mapping;
    }

    public Map<String, List<SheetRow>> top() {
        return top;
    }

    public Map<Entry.Status, Integer> counts() {
        return counts;
    }

    public Entry.@Nullable Status kind() {
        return kind;
    }

    public Slice<Entry> slice() {
        return slice;
    }

    public boolean silent() {
        return silent;
    }

    public @Nullable ImportQuestion question() {
        return question;
    }

    /** What a column may be. */
    public List<ColumnGroup> groups() {
        return groups;
    }

    public List<ImportQuestion> questions() {
        return target.questions();
    }

    /** Its address. */
    public String base() {
        return place.imports() + made.id();
    }

    /** Address of the list of one kind. */
    public String address(Entry.@Nullable Status only) {
        return base() + (only == null ? "?" : "?kind=" + only + "&");
    }

    /** A message, in the target's own words where it has some. @param key after {@code imports.} */
    public String t(Page page, String key, @Nullable Object... arguments) {
        return page.t(words.key(place, "imports." + key), arguments);
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

    /** Entries that would be saved. */
    public int saves() {
        return count(Entry.Status.NEW) + count(Entry.Status.CHANGED);
    }

    /** Entries of which nothing is taken. */
    public int refused() {
        return count(Entry.Status.WRONG) + count(Entry.Status.DOUBTFUL);
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
        return new Column(
                column, String.join(" · ", headings), samples, mapping.columns().getOrDefault(column, ""));
    }

    private static String written(Object cell) {
        String text = cell instanceof Number number
                ? Numbers.number(number, LocaleContextHolder.getLocale())
                : cell.toString();
        return text.length() > 80 ? text.substring(0, 79) + "…" : text;
    }

    /** True when the target's columns are numbered. */
    public boolean numbered() {
        return known.values().stream().anyMatch(column -> !column.number().isEmpty());
    }

    /** The printed number of a column; blank: it has none. */
    public String number(String column) {
        ColumnGroup.Column found = known.get(column);
        return found == null ? "" : found.number();
    }

    public String name(Page page, String column) {
        ColumnGroup.Column found = known.get(column);
        return found != null
                ? page.text(found.name())
                : column.equals(RecordTarget.RECORD) ? page.t("imports.record") : column;
    }

    /** A value as people write it. */
    public String value(Page page, String column, @Nullable String value) {
        return target.show(page, column, value);
    }

    /** What a doubtful cell may mean, in words. */
    public String choice(Page page, Entry.Doubt doubt, Entry.Choice choice) {
        return target.choice(page, doubt.column(), choice);
    }

    /** A column's sum beside what it is held against: how much more or less, in per cent; blank: not to be compared. */
    public String change(Page page, Tallies.Tally tally) {
        if (tally.compared() != tally.count() || tally.beside().signum() == 0) {
            return "";
        }
        BigDecimal percent = tally.sum()
                .subtract(tally.beside())
                .multiply(BigDecimal.valueOf(100))
                .divide(tally.beside(), 1, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + page.number(percent) + " %";
    }

    /** Where a fault stands, in words. */
    public String place(Page page, Fault fault) {
        if (fault.row() == 0 && fault.sheet().isEmpty()) {
            return "";
        }
        List<String> places = new ArrayList<>();
        if (!fault.sheet().isEmpty()) {
            places.add(page.t("imports.place.sheet", fault.sheet()));
        }
        if (fault.row() > 0) {
            places.add(page.t("imports.place.row", String.valueOf(fault.row())));
        }
        if (!fault.column().isEmpty()) {
            places.add(page.t("imports.place.column", fault.column()));
        }
        return String.join(", ", places);
    }

    public String said(Page page, Fault fault) {
        Object[] arguments = fault.arguments().stream()
                .map(argument -> Fault.said(argument, page.locale(), id -> name(page, id)))
                .toArray();
        String said = page.t(words.key(place, fault.key()), arguments);
        return fault.beside() == null ? said : said + " " + t(page, "wrong.beside", fault.beside());
    }
}

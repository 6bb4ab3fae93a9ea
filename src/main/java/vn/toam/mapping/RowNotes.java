package vn.toam.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.sheet.Folded;
import vn.toam.sheet.HeadingRows;
import vn.toam.sheet.SheetRow;

/**
 * What is noted of a table while its rows are read, whatever it is about: rows of totals, rows with more cells than headings, columns that
 * nobody takes, things that two rows are about, figures spelt both ways. No database.
 */
public final class RowNotes {

    private static final Pattern TOTAL = Pattern.compile(
            "(tong|cong)( (cong|so|chung|hop|toan .*|ca .*|\\d+.*|[ivx]+.*|cac .*))*|toan (tinh|thanh pho|xa|huyen|quoc|nganh)|ca (nuoc|tinh)|total|sum");
    private static final Pattern DOTS = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern ENGLISH =
            Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+\\.\\d+|[1-9]\\d{0,2}(,\\d{3}){2,}|\\d+\\.(\\d{1,2}|\\d{4,})");
    private static final Set<String> ORDINAL = Set.of("tt", "stt", "so tt", "so thu tu", "no", "ma", "ma so");
    private static final int TOLD = 200;
    private static final int NAME_WITHIN = 4;
    private static final int LONGEST_FIGURE = 20;

    private final Mapping mapping;
    private final Predicate<@Nullable Object> worth;
    private final List<SheetRow> headings;
    private final int width;
    private final List<Fault> left = new ArrayList<>();
    private final Set<Integer> unread = new TreeSet<>();
    private final Set<Integer> dotted = new HashSet<>();
    private final Set<Integer> foreign = new HashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Fault> repeated = new TreeMap<>();

    /**
     * @param headings rows of headings
     * @param worth which cells are worth telling of when nobody takes their column
     */
    public RowNotes(Mapping mapping, List<SheetRow> headings, Predicate<@Nullable Object> worth) {
        this.mapping = mapping;
        this.headings = headings;
        this.worth = worth;
        this.width = headings.stream().mapToInt(RowNotes::width).max().orElse(0);
    }

    private static int width(SheetRow line) {
        int last = line.cells().size();
        while (last > 0 && line.cell(last - 1) == null) {
            last--;
        }
        return last;
    }

    /** True for a row of totals, as its first words say. */
    public static boolean isTotal(SheetRow line) {
        return line.cells().stream()
                .limit(NAME_WITHIN)
                .anyMatch(word -> word instanceof String text
                        && TOTAL.matcher(Folded.of(text)).matches());
    }

    /** In separated values, more cells than the headings have: a sign within a figure may have split it in two. Null: it has not. */
    public @Nullable Fault wide(SheetRow line) {
        boolean wide = line.sheet().isEmpty() && width > 0 && width(line) > width;
        return wide ? Fault.at(line, width, "imports.wrong.wide") : null;
    }

    /** Looks for cells that nobody takes. */
    public void look(SheetRow line) {
        for (int column = 0; column < line.cells().size(); column++) {
            if (!mapping.columns().containsKey(column) && worth.test(line.cell(column))) {
                unread.add(column);
            }
        }
    }

    /** Looks how a figure is spelt. */
    public void spelt(int column, Object cell) {
        if (cell instanceof String text && text.length() < LONGEST_FIGURE) {
            if (DOTS.matcher(text).matches()) {
                dotted.add(column);
            } else if (ENGLISH.matcher(text).matches()) {
                foreign.add(column);
            }
        }
    }

    /** True when a column spells figures both ways: 7.000 may be seven there. */
    public boolean mixed() {
        return foreign.stream().anyMatch(dotted::contains);
    }

    /** Why a row is not the only one that is about this; null: it is the first. @param column that names it, from 0; -1: none */
    public @Nullable Fault seen(String key, SheetRow line, int column) {
        Integer before = seen.putIfAbsent(key, line.number());
        if (before == null) {
            return null;
        }
        repeated.putIfAbsent(
                key, new Fault(line.sheet(), before, "", "imports.wrong.twice", List.of("" + line.number())));
        return Fault.at(line, column, "imports.wrong.twice", String.valueOf(before));
    }

    /** Something of the file that is not taken. */
    public void leave(Fault fault) {
        if (left.size() < TOLD) {
            left.add(fault);
        }
    }

    /** Refuses what more than one row is about, and tells what of the file is not taken. */
    public void tell(Entries entries, List<Tallies.Tally> sums) {
        unread.forEach(this::tellUnread);
        repeated.forEach(entries::refuse);
        entries.tell(left, sums);
    }

    /** Running numbers are worth nothing. */
    private void tellUnread(int column) {
        List<SheetRow> heads = headings.reversed().stream()
                .filter(line -> line.cell(column) != null)
                .toList();
        SheetRow head = heads.stream()
                .filter(line -> !HeadingRows.isNumbered(String.valueOf(line.cell(column))))
                .findFirst()
                .orElse(heads.isEmpty() ? null : heads.getFirst());
        if (head == null) {
            leave(Fault.at(
                    new SheetRow(mapping.sheet(), mapping.header(), List.of()), column, "imports.left.noHeading"));
        } else if (!ORDINAL.contains(Folded.of(String.valueOf(head.cell(column))))) {
            leave(Fault.at(head, column, "imports.left.heading", String.valueOf(head.cell(column))));
        }
    }
}

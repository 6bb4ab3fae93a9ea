package vn.toam.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toam.sheet.Folded;
import vn.toam.sheet.HeadingRows;
import vn.toam.sheet.SheetRow;

/**
 * The headings of a table: a row of them, groups above it and parts below, whatever they name.
 *
 * @param lines the first rows of its sheet
 * @param names what a heading alone names; null: nothing
 */
public record TableHead(List<SheetRow> lines, Function<@Nullable Object, @Nullable String> names) {

    private static final int WITHIN = 20;
    private static final int GROUPS = 2;

    /** The row with the most headings that are known, the first of several. */
    public SheetRow header() {
        return lines.stream()
                .limit(WITHIN)
                .max(Comparator.comparingInt((SheetRow line) -> named(line).size())
                        .thenComparing(Comparator.comparingInt(SheetRow::number).reversed()))
                .orElse(new SheetRow("", 1, List.of()));
    }

    /** What a row names alone, by column. */
    public Map<Integer, String> named(SheetRow line) {
        Map<Integer, String> found = new TreeMap<>();
        for (int column = 0; column < line.cells().size(); column++) {
            String name = names.apply(line.cell(column));
            if (name != null && !found.containsValue(name)) {
                found.put(column, name);
            }
        }
        return found;
    }

    /**
     * What the headings above each other name, by column; what two columns name, neither is.
     *
     * @param header number of the row with the headings
     * @param first number of the first row below them
     * @param stacked what headings name from the top one to the lowest; null: nothing
     */
    public Map<Integer, String> columns(int header, int first, Function<List<String>, @Nullable String> stacked) {
        List<SheetRow> rows = lines.stream()
                .filter(line -> line.number() >= header - GROUPS && line.number() < first)
                .filter(line -> line.number() >= header ? !isNumbering(line) : HeadingRows.isGroup(line))
                .toList();
        int width = rows.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        Map<Integer, String> found = new TreeMap<>();
        Set<String> twice = new TreeSet<>();
        for (int column = 0; column < width; column++) {
            List<String> stack = stack(rows, column);
            String name = stack.isEmpty() ? null : stacked.apply(stack);
            if (name != null && found.containsValue(name)) {
                twice.add(name);
            } else if (name != null) {
                found.put(column, name);
            }
        }
        found.values().removeAll(twice);
        return found;
    }

    private static boolean isNumbering(SheetRow line) {
        List<Object> cells = new ArrayList<>();
        line.cells().stream().filter(cell -> cell != null).forEach(cells::add);
        return HeadingRows.isNumbering(cells);
    }

    /** The headings of a column from the top; a group's name stands above the first of its columns only. */
    private List<String> stack(List<SheetRow> rows, int column) {
        List<String> stack = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Object own = rows.get(i).cell(column);
            boolean below = rows.subList(i + 1, rows.size()).stream().anyMatch(row -> row.cell(column) != null);
            for (int left = column - 1; own == null && below && left > 0; left--) {
                own = rows.get(i).cell(left);
            }
            if (own instanceof String text && (names.apply(text) != null || !HeadingRows.isNumbered(text))) {
                stack.add(text);
            }
        }
        return stack;
    }

    /** What a table's headings are known by, whatever stands below them. @param about sheet and shape @param keys what names its rows, where that is fixed */
    public String signature(String about, int header, List<String> keys) {
        StringBuilder text = new StringBuilder(about);
        lines.stream()
                .filter(line -> line.number() == header)
                .forEach(line ->
                        line.cells().forEach(cell -> text.append('\n').append(cell == null ? "" : Folded.of(cell))));
        keys.forEach(key -> text.append('\n').append(key));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

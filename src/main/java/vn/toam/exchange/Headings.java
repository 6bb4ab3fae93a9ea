package vn.toam.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.mapping.TableHead;
import vn.toam.sheet.Folded;
import vn.toam.sheet.HeadingRows;
import vn.toam.sheet.SheetRow;

/**
 * Proposes how a table is to be read from its headings: which column names the unit, which columns are which lines of the form, or that the
 * lines run down. A heading is known by the line's number, its name in either language, or most of the words of its name.
 */
final class Headings {

    private static final Set<String> UNIT_CODE = Set.of("ma", "ma don vi", "ma xa", "ma dvhc", "code", "unit", "ma so");
    private static final Set<String> UNIT = Set.of(
            "don vi",
            "ten don vi",
            "xa phuong",
            "ten xa",
            "xa",
            "dia phuong",
            "xa phuong dac khu",
            "xa phuong thi tran",
            "don vi hanh chinh",
            "commune",
            "name",
            "unit name",
            "ten xa phuong");
    private static final Set<String> LINE = Set.of("dong", "chi tieu", "ma chi tieu", "line", "noi dung", "ma so");
    private static final Set<String> NOTE = Set.of("ghi chu", "giai trinh", "note", "notes", "remark");
    private static final Pattern YEAR = Pattern.compile("(nam )?(\\d{4})");

    private final Form form;
    private final int year;
    private final LineNames names;

    Headings(Form form, int year, LineNames names) {
        this.form = form;
        this.year = year;
        this.names = names;
    }

    /**
     * The best proposal for the sheets of a file.
     *
     * @param top the first rows of each sheet
     * @param marks what the file says about itself; null: it is not ours
     */
    FigureTable propose(Map<String, List<SheetRow>> top, @Nullable Marks marks) {
        FigureTable best = null;
        int most = -1;
        for (List<SheetRow> lines : top.values()) {
            for (FigureTable each : marks == null
                    ? List.of(unitsDown(lines), linesDown(lines))
                    : List.of(marks.unit().isBlank() ? unitsDown(lines) : linesDown(lines))) {
                int score = score(each, lines) + (each.sheet().contains(String.valueOf(year)) ? 1 : 0);
                if (score > most) {
                    most = score;
                    best = each;
                }
            }
        }
        return best == null ? unitsDown(List.of()) : best;
    }

    /** What the headings of a table are known by, whatever its figures. */
    String signature(FigureTable table, List<SheetRow> lines) {
        boolean down = table.shape() == FigureTable.Shape.LINES_DOWN;
        return new TableHead(lines, names::field)
                .signature(
                        table.sheet() + '\n' + table.shape(),
                        table.header(),
                        down
                                ? lines.stream()
                                        .map(line -> String.valueOf(line.cell(table.key())))
                                        .toList()
                                : List.of());
    }

    private static int score(FigureTable mapping, List<SheetRow> lines) {
        return mapping.shape() == FigureTable.Shape.UNITS_DOWN
                ? 2 * mapping.fields().size() + (mapping.key() >= 0 ? 1 : 0)
                : mapping.key() < 0 || mapping.value() < 0
                        ? 0
                        : 2
                                * (int) lines.stream()
                                        .filter(line -> line.number() >= mapping.first())
                                        .count();
    }

    private FigureTable unitsDown(List<SheetRow> lines) {
        TableHead head = new TableHead(lines, names::field);
        SheetRow header = head.header();
        int first = header.number() + 1;
        for (SheetRow line : lines) {
            if (line.number() == first && isHeading(line)) {
                first++;
            }
        }
        int key = unitColumn(lines, header.number(), first);
        return new FigureTable(
                header.sheet(),
                FigureTable.Shape.UNITS_DOWN,
                header.number(),
                first,
                key,
                second(lines, header.number(), first, key),
                head.columns(header.number(), first, names::field),
                -1,
                -1,
                "",
                null,
                Map.of());
    }

    /** The column that names the units: by its heading, which may stand above the others', else the first that holds words. */
    private static int unitColumn(List<SheetRow> lines, int header, int first) {
        for (Set<String> names : List.of(UNIT_CODE, UNIT)) {
            int column = column(lines, header, first, names);
            if (column >= 0) {
                return column;
            }
        }
        return lines.stream()
                .filter(line -> line.number() >= first)
                .flatMap(line -> java.util.stream.IntStream.range(
                                0, line.cells().size())
                        .filter(column -> line.cell(column) instanceof String text && text.matches("(?s).*\\p{L}.*"))
                        .boxed()
                        .limit(1))
                .findFirst()
                .orElse(-1);
    }

    private static int column(List<SheetRow> lines, int header, int first, Set<String> names) {
        return lines.stream()
                .filter(line -> line.number() >= header - 3 && line.number() < Math.max(first, header + 1))
                .mapToInt(line -> column(line, names))
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** The column of names beside one of codes. */
    private static @Nullable Integer second(List<SheetRow> lines, int header, int first, int key) {
        int name = column(lines, header, first, UNIT);
        return name < 0 || name == key ? null : Integer.valueOf(name);
    }

    /** A second row of headings, or the row that numbers the columns. */
    private boolean isHeading(SheetRow line) {
        List<Object> cells = new ArrayList<>();
        line.cells().stream().filter(cell -> cell != null).forEach(cells::add);
        return HeadingRows.isNumbering(cells)
                || headed(line).size() >= 2
                || cells.stream().noneMatch(HeadingRows::isNumber)
                        && (headed(line).size() > 0 || cells.size() > 1 && line.cell(0) == null);
    }

    private Map<Integer, String> headed(SheetRow line) {
        return new TableHead(List.of(line), names::field).named(line);
    }

    private FigureTable linesDown(List<SheetRow> lines) {
        Map<Integer, Integer> hits = named(lines);
        List<Integer> keys = hits.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        int key = keys.isEmpty() ? -1 : keys.getFirst();
        int first = lines.stream()
                .filter(line -> names.field(line.cell(key)) != null)
                .map(SheetRow::number)
                .findFirst()
                .orElse(1);
        SheetRow header = lines.stream()
                .filter(line -> line.number() < first
                        && line.cells().stream().filter(cell -> cell != null).count() > 2)
                .reduce((one, other) -> column(one, LINE) >= 0 ? one : other)
                .orElse(new SheetRow(
                        lines.isEmpty() ? "" : lines.getFirst().sheet(), Math.max(0, first - 1), List.of()));
        return new FigureTable(
                header.sheet(),
                FigureTable.Shape.LINES_DOWN,
                header.number(),
                first,
                hits.getOrDefault(key, 0) >= Math.min(3, form.fields().size()) ? key : -1,
                named(lines, key, first),
                Map.of(),
                value(header, lines, key),
                column(header, NOTE),
                "",
                null,
                Map.of());
    }

    /** How many lines of the form each column names; a part is known by the line that it stands below. */
    private Map<Integer, Integer> named(List<SheetRow> lines) {
        Map<Integer, Integer> hits = new TreeMap<>();
        Map<Integer, String> wholes = new TreeMap<>();
        for (SheetRow line : lines) {
            wholes.forEach((column, whole) -> {
                Object cell = line.cell(column);
                if (cell instanceof String text && names.field(text) == null && names.part(whole, text) != null) {
                    hits.merge(column, 1, Integer::sum);
                }
            });
            headed(line).entrySet().stream().limit(2).forEach(found -> {
                hits.merge(found.getKey(), 1, Integer::sum);
                form.field(found.getValue())
                        .filter(field -> field.partOf() == null)
                        .ifPresent(field -> wholes.put(found.getKey(), field.id()));
            });
        }
        return hits;
    }

    /** The column of names beside one of line numbers: texts that are no numbers of lines. */
    private static @Nullable Integer named(List<SheetRow> lines, int key, int first) {
        for (int column : new int[] {key + 1, key - 1}) {
            long texts = lines.stream()
                    .filter(line -> line.number() >= first
                            && line.cell(column) instanceof String text
                            && text.matches("(?s).*\\p{L}.*\\s.*"))
                    .count();
            if (column >= 0 && texts > 2) {
                return column;
            }
        }
        return null;
    }

    /** The column of the round's year, else the only one that holds numbers and is not about another year or kind of figure; else -1. */
    private int value(SheetRow header, List<SheetRow> lines, int key) {
        for (int column = 0; column < header.cells().size(); column++) {
            Object cell = header.cell(column);
            var match = YEAR.matcher(cell == null ? "" : Folded.of(cell));
            if (match.matches() && Integer.parseInt(match.group(2)) == year) {
                return column;
            }
        }
        List<Integer> columns = lines.stream()
                .filter(line -> names.field(line.cell(key)) != null)
                .flatMap(line -> java.util.stream.IntStream.range(
                                key + 1, line.cells().size())
                        .filter(column -> HeadingRows.isNumber(line.cell(column)))
                        .boxed())
                .distinct()
                .filter(column -> !names.contradicts(header.cell(column)))
                .toList();
        return columns.size() == 1 ? columns.getFirst() : -1;
    }

    private static int column(SheetRow header, Set<String> names) {
        for (int column = 0; column < header.cells().size(); column++) {
            Object cell = header.cell(column);
            if (cell != null && names.contains(Folded.of(cell))) {
                return column;
            }
        }
        return -1;
    }

    /** Other sheets that could be read too. @param as only those that are as good as the one that is proposed */
    List<String> others(Map<String, List<SheetRow>> top, FigureTable proposed, boolean as) {
        int least = as ? score(proposed, top.getOrDefault(proposed.sheet(), List.of())) : 2;
        return top.entrySet().stream()
                .filter(sheet -> !sheet.getKey().equals(proposed.sheet()))
                .filter(sheet -> score(unitsDown(sheet.getValue()), sheet.getValue()) >= least
                        || score(linesDown(sheet.getValue()), sheet.getValue()) >= least)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Years that the name of the sheet and the lines above the headings name, when the round's own is not among them: the table may be of another year. */
    List<String> titled(FigureTable mapping, List<SheetRow> lines) {
        String title = lines.stream()
                .filter(line -> line.number() < mapping.header())
                .flatMap(line -> line.cells().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(java.util.stream.Collectors.joining(" ", mapping.sheet() + " ", ""));
        return title.contains(String.valueOf(year)) ? List.of() : names.otherYears(title);
    }

    /** True when the headings are those that our own tables have: every line of the form with its number and name. */
    boolean areOurs(FigureTable mapping, List<SheetRow> lines) {
        Set<String> headings = new TreeSet<>();
        lines.stream()
                .filter(line -> line.number() == mapping.header())
                .forEach(line -> line.cells().stream()
                        .filter(String.class::isInstance)
                        .forEach(cell -> headings.add(cell.toString())));
        return mapping.complete()
                && form.fields().stream()
                        .allMatch(field -> headings.contains(
                                        heading(field, field.name().vi()))
                                || headings.contains(heading(field, field.name().en())));
    }

    /** The heading of a line in our own tables. */
    static String heading(Field field, String name) {
        return field.line() + " " + name;
    }
}

package vn.toam.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Field;
import vn.toam.catalog.Form;

/**
 * Proposes how a table is to be read from its headings: which column names the unit, which columns are which lines of the form, or that the
 * lines run down. A heading is known by the line's number, its name in either language, or most of the words of its name.
 */
final class Headings {

    /** Rows looked at from the top of a sheet. */
    static final int LOOKED_AT = 60;

    private static final int HEADER_WITHIN = 20;
    private static final double MOST_WORDS = 0.6;
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
    private static final String SEVERAL = "?";
    private static final Pattern YEAR = Pattern.compile("(nam )?(\\d{4})");

    private final Form form;
    private final int year;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    Headings(Form form, int year) {
        this.form = form;
        this.year = year;
        for (Field field : form.fields()) {
            for (String name : List.of(
                    field.id(),
                    field.line(),
                    field.name().vi(),
                    field.name().en(),
                    field.line() + " " + field.name().vi(),
                    field.line() + " " + field.name().en())) {
                known.merge(Folded.of(name), field.id(), (one, other) -> one.equals(other) ? one : SEVERAL);
            }
            words.put(
                    field.id(),
                    new TreeSet<>(List.of(Folded.of(field.name().vi()).split(" "))));
        }
        known.values().removeIf(SEVERAL::equals);
        known.remove("");
    }

    /** The best proposal for the sheets of a file; {@code top} holds the first rows of each. */
    Mapping propose(Map<String, List<Line>> top) {
        Mapping best = null;
        int most = -1;
        for (List<Line> lines : top.values()) {
            for (Mapping each : List.of(unitsDown(lines), linesDown(lines))) {
                int score = score(each, lines);
                if (score > most) {
                    most = score;
                    best = each;
                }
            }
        }
        return best == null ? unitsDown(List.of()) : best;
    }

    /** What the headings of a table are known by, whatever its figures. */
    static String signature(Mapping mapping, List<Line> lines) {
        StringBuilder text = new StringBuilder(mapping.sheet()).append('\n').append(mapping.shape());
        lines.stream()
                .filter(line -> line.number() == mapping.header())
                .forEach(line ->
                        line.cells().forEach(cell -> text.append('\n').append(cell == null ? "" : Folded.of(cell))));
        if (mapping.shape() == Mapping.Shape.LINES_DOWN) {
            lines.forEach(line -> text.append('\n').append(line.cell(mapping.key())));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int score(Mapping mapping, List<Line> lines) {
        return mapping.shape() == Mapping.Shape.UNITS_DOWN
                ? 2 * mapping.fields().size() + (mapping.key() >= 0 ? 1 : 0)
                : mapping.key() < 0 || mapping.value() < 0
                        ? 0
                        : 2
                                * (int) lines.stream()
                                        .filter(line -> line.number() >= mapping.first())
                                        .count();
    }

    private Mapping unitsDown(List<Line> lines) {
        Line header = lines.stream()
                .limit(HEADER_WITHIN)
                .max(Comparator.comparingInt((Line line) -> fields(line).size())
                        .thenComparing(Comparator.comparingInt(Line::number).reversed()))
                .orElse(new Line("", 1, List.of()));
        Map<Integer, String> fields = new TreeMap<>(fields(header));
        int first = header.number() + 1;
        for (Line line : lines) {
            if (line.number() == first && line.number() > header.number() && isHeading(line)) {
                fields(line).forEach((column, field) -> {
                    if (!fields.containsValue(field)) {
                        fields.putIfAbsent(column, field);
                    }
                });
                first++;
            }
        }
        return new Mapping(
                header.sheet(),
                Mapping.Shape.UNITS_DOWN,
                header.number(),
                first,
                unitColumn(lines, header.number(), first),
                fields,
                -1,
                -1,
                "");
    }

    /** The column that names the units: by its heading, which may stand above the others', else the first that holds words. */
    private static int unitColumn(List<Line> lines, int header, int first) {
        for (Set<String> names : List.of(UNIT_CODE, UNIT)) {
            for (Line line : lines) {
                int column = column(line, names);
                if (column >= 0 && line.number() >= header - 3 && line.number() < Math.max(first, header + 1)) {
                    return column;
                }
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

    /** A second row of headings, or the row that numbers the columns. */
    private boolean isHeading(Line line) {
        long cells = line.cells().stream().filter(cell -> cell != null).count();
        long plain = line.cells().stream()
                .filter(cell -> cell != null && Folded.of(cell).matches("[a-z]|\\d{1,2}"))
                .count();
        long numbers = line.cells().stream()
                .filter(java.math.BigDecimal.class::isInstance)
                .count();
        return fields(line).size() >= 2
                || plain == cells
                || numbers == 0 && cells > 1 && fields(line).size() >= 1;
    }

    private Map<Integer, String> fields(Line line) {
        Map<Integer, String> found = new TreeMap<>();
        for (int column = 0; column < line.cells().size(); column++) {
            String field = field(line.cell(column));
            if (field != null && !found.containsValue(field)) {
                found.put(column, field);
            }
        }
        return found;
    }

    /** The line of the form that a heading names, or null. */
    @Nullable
    String field(@Nullable Object cell) {
        if (!(cell instanceof String heading)) {
            return null;
        }
        String folded = Folded.of(heading);
        String exact = known.get(folded);
        if (exact != null) {
            return exact;
        }
        String start = known.get(folded.split(" ", 2)[0]);
        if (start != null && folded.contains(" ") && heading.matches("(?s)\\S{1,6}[.)\\s:–-].*")) {
            return start;
        }
        return alike(folded);
    }

    /** The only line that shares most words with the heading. */
    private @Nullable String alike(String folded) {
        Set<String> asked = new TreeSet<>(List.of(folded.split(" ")));
        if (asked.size() < 2) {
            return null;
        }
        List<String> close = new ArrayList<>();
        words.forEach((field, own) -> {
            Set<String> both = new TreeSet<>(own);
            both.retainAll(asked);
            Set<String> any = new TreeSet<>(own);
            any.addAll(asked);
            if (both.size() >= MOST_WORDS * any.size()) {
                close.add(field);
            }
        });
        return close.size() == 1 ? close.getFirst() : null;
    }

    private Mapping linesDown(List<Line> lines) {
        Map<Integer, Integer> hits = new TreeMap<>();
        for (Line line : lines) {
            fields(line).keySet().stream().limit(2).forEach(column -> hits.merge(column, 1, Integer::sum));
        }
        int key = hits.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(-1);
        int first = lines.stream()
                .filter(line -> field(line.cell(key)) != null)
                .map(Line::number)
                .findFirst()
                .orElse(1);
        Line header = lines.stream()
                .filter(line -> line.number() < first
                        && line.cells().stream().filter(cell -> cell != null).count() > 2)
                .reduce((one, other) -> column(one, LINE) >= 0 ? one : other)
                .orElse(new Line(lines.isEmpty() ? "" : lines.getFirst().sheet(), Math.max(0, first - 1), List.of()));
        return new Mapping(
                header.sheet(),
                Mapping.Shape.LINES_DOWN,
                header.number(),
                first,
                hits.getOrDefault(key, 0) >= Math.min(3, form.fields().size()) ? key : -1,
                Map.of(),
                value(header, lines, key),
                column(header, NOTE),
                "");
    }

    /** The column of the round's year, else the last one that holds numbers. */
    private int value(Line header, List<Line> lines, int key) {
        for (int column = 0; column < header.cells().size(); column++) {
            Object cell = header.cell(column);
            var match = YEAR.matcher(cell == null ? "" : Folded.of(cell));
            if (match.matches() && Integer.parseInt(match.group(2)) == year) {
                return column;
            }
        }
        return lines.stream()
                .filter(line -> field(line.cell(key)) != null)
                .flatMap(line -> java.util.stream.IntStream.range(
                                key + 1, line.cells().size())
                        .filter(column -> line.cell(column) instanceof java.math.BigDecimal)
                        .boxed())
                .max(Comparator.naturalOrder())
                .orElse(-1);
    }

    private static int column(Line header, Set<String> names) {
        for (int column = 0; column < header.cells().size(); column++) {
            Object cell = header.cell(column);
            if (cell != null && names.contains(Folded.of(cell))) {
                return column;
            }
        }
        return -1;
    }

    /** True when the headings are those that our own tables have: every line of the form with its number and name. */
    boolean areOurs(Mapping mapping, List<Line> lines) {
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

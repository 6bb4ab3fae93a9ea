package vn.toam.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.sheet.Folded;
import vn.toam.sheet.HeadingRows;
import vn.toam.sheet.SheetRow;

/**
 * Which column of a list a heading names: by its name in either language, its synonyms or its id, without marks, numbers, units and remarks in
 * brackets; else by most of the words of one name, if it is of one alone. Proposes how the sheets of a file may be read.
 */
final class ColumnNames {

    private static final double MOST_WORDS = 0.6;
    private static final int LONGEST = 200;
    private static final String SEVERAL = "?";
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\*");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2}|[ivx]{1,4}|[a-h]) (?=\\S)");
    private static final Set<String> NEUTRAL =
            Set.of("cac", "cua", "la", "so", "luong", "tong", "the", "of", "ghi", "ro", "neu", "co");

    private final Map<String, String> known = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private final Map<String, List<Set<String>>> words = new LinkedHashMap<>();

    ColumnNames(List<RecordColumn> columns) {
        for (RecordColumn column : columns) {
            own.add(column.name().vi());
            own.add(column.name().en());
            List<String> names = new ArrayList<>(column.synonyms());
            names.addAll(List.of(column.name().vi(), column.name().en(), column.id()));
            for (String name : names) {
                String folded = Folded.of(BRACKETS.matcher(name).replaceAll(" "));
                if (!folded.isEmpty()) {
                    known.merge(folded, column.id(), (one, other) -> one.equals(other) ? one : SEVERAL);
                    words.computeIfAbsent(column.id(), any -> new ArrayList<>()).add(words(folded));
                }
            }
        }
        known.values().removeIf(SEVERAL::equals);
    }

    private static Set<String> words(String folded) {
        return new TreeSet<>(List.of(folded.split(" ")));
    }

    /** The column that a heading names, or null. */
    @Nullable
    String column(@Nullable Object cell) {
        if (!(cell instanceof String heading) || heading.length() > LONGEST) {
            return null;
        }
        String whole = Folded.of(heading);
        String exact = known.get(whole);
        if (exact != null) {
            return exact;
        }
        String bare = NUMBERED.matcher(Folded.of(BRACKETS.matcher(heading).replaceAll(" ")))
                .replaceFirst("");
        exact = known.get(bare);
        return exact != null ? exact : bare.isEmpty() ? null : like(bare);
    }

    private @Nullable String like(String folded) {
        Set<String> said = words(folded);
        List<String> found = words.entrySet().stream()
                .filter(column -> column.getValue().stream().anyMatch(name -> like(name, said)))
                .map(Map.Entry::getKey)
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** Most of the words of a name, and none that says something else. */
    private static boolean like(Set<String> name, Set<String> said) {
        Set<String> both = new TreeSet<>(name);
        both.retainAll(said);
        Set<String> any = new TreeSet<>(name);
        any.addAll(said);
        Set<String> beside = new TreeSet<>(said);
        beside.removeAll(name);
        beside.removeAll(NEUTRAL);
        return both.size() > 1 && both.size() >= MOST_WORDS * any.size() && beside.isEmpty();
    }

    /** What headings above each other name: all together, or the lowest alone. */
    @Nullable
    String column(List<String> stack) {
        String whole = stack.size() > 1 ? column(String.join(" ", stack)) : null;
        String lowest = whole == null ? column(stack.getLast()) : null;
        boolean below = whole == null && lowest == null && stack.size() > 1;
        return whole != null ? whole : below ? column(stack.getLast() + " " + stack.getFirst()) : lowest;
    }

    /** The best proposal for the sheets of a file. */
    Proposal propose(Map<String, List<SheetRow>> top) {
        Proposal best = propose(List.of());
        List<String> others = new ArrayList<>();
        for (List<SheetRow> lines : top.values()) {
            Proposal each = propose(lines);
            Proposal worse = size(each) > size(best) ? best : each;
            best = worse == best ? each : best;
            if (size(worse) > 1) {
                others.add(worse.mapping().sheet());
            }
        }
        List<Fault> left = others.stream()
                .map(sheet -> new Fault(sheet, 0, "", "imports.left.otherSheet", List.of()))
                .toList();
        boolean odd = !left.isEmpty() || size(best) == 0;
        return new Proposal(best.mapping(), best.signature(), odd ? Proposal.Trust.ASK : best.trust(), left);
    }

    private static int size(Proposal proposal) {
        return proposal.mapping().columns().size();
    }

    private Proposal propose(List<SheetRow> lines) {
        TableHead head = new TableHead(lines, this::column);
        SheetRow header = head.header();
        int first = header.number() + 1;
        for (SheetRow line : lines) {
            if (line.number() == first && isHeading(line, head.columns(header.number(), first + 1, this::column))) {
                first++;
            }
        }
        Mapping mapping =
                new Mapping(header.sheet(), header.number(), first, head.columns(header.number(), first, this::column));
        return new Proposal(
                mapping,
                head.signature(header.sheet(), header.number(), List.of()),
                isOurs(header) ? Proposal.Trust.OURS : Proposal.Trust.KNOWN,
                List.of());
    }

    /** A second row of headings, or the row that numbers the columns. @param with what the columns would be with it */
    private static boolean isHeading(SheetRow line, Map<Integer, String> with) {
        List<Object> cells = new ArrayList<>();
        line.cells().stream().filter(cell -> cell != null).forEach(cells::add);
        boolean named = cells.size() > 1 || line.cell(0) == null;
        for (int column = 0; column < line.cells().size(); column++) {
            named &= line.cell(column) == null || line.cell(column) instanceof String && with.containsKey(column);
        }
        return HeadingRows.isNumbering(cells) || !cells.isEmpty() && named;
    }

    /** True when every heading is the very name of a column: that is how our own lists are written. */
    private boolean isOurs(SheetRow header) {
        List<String> headings = header.cells().stream()
                .filter(cell -> cell != null)
                .map(Object::toString)
                .toList();
        return headings.size() > 1 && own.containsAll(headings);
    }
}

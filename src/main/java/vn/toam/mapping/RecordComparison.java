package vn.toam.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.LineRules;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected.Problem;
import vn.toam.sheet.Folded;
import vn.toam.sheet.SheetRow;

/** Holds rows of a list against the records that stand there: each one new, changed, the same, doubtful or wrong, and why. No database. */
final class RecordComparison {

    private final RecordTarget target;
    private final Mapping mapping;
    private final CellReader cells;
    private final boolean spellingSaid;
    private final RowNotes notes;
    private final Tallies tallies = new Tallies();
    private final List<SheetRow> headings;
    private final Map<String, List<String>> spellings = new HashMap<>();

    RecordComparison(
            RecordTarget target, Mapping mapping, List<SheetRow> headings, LineRules.@Nullable Spelling spelling) {
        this.target = target;
        this.mapping = mapping;
        this.headings = headings;
        this.spellingSaid = spelling != null;
        this.cells = new CellReader(target, mapping, spelling);
        this.notes = new RowNotes(mapping, headings, cell -> cell != null);
    }

    /** A row as it was read, with what is to be said of it. */
    private static final class Read {

        private final SheetRow line;
        private Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> raw = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final List<Fault> unclear = new ArrayList<>();
        private final List<Entry.Doubt> doubts = new ArrayList<>();
        private String key = "";
        private String own = "";

        private Read(SheetRow line) {
            this.line = line;
        }
    }

    /** What rows come to; those that are about nothing come to nothing. */
    List<Entry> compare(List<SheetRow> lines) {
        List<Read> rows =
                lines.stream().map(this::read).filter(Objects::nonNull).toList();
        Map<String, List<StandingRecord>> standing = target.standing(rows.stream()
                .filter(row -> !row.key.isEmpty())
                .map(row -> new RecordRow(row.key, row.values))
                .toList());
        return rows.stream()
                .map(row -> entry(row, standing.getOrDefault(row.key, List.of())))
                .toList();
    }

    private @Nullable Read read(SheetRow line) {
        if (mapping.columns().keySet().stream().allMatch(column -> line.cell(column) == null)) {
            return null;
        }
        if (isCaption(line)) {
            notes.leave(Fault.at(line, -1, "imports.left.caption"));
            return null;
        }
        if (isHeading(line)) {
            notes.leave(Fault.at(line, -1, "imports.left.header"));
            return null;
        }
        Read row = new Read(line);
        if (RowNotes.isTotal(line)) {
            mapping.columns().forEach((column, id) -> {
                if (target.column(id).kind().number()) {
                    take(row, column, id);
                }
            });
            notes.leave(Fault.at(line, -1, "imports.left.total"));
            tallies.total(numbers(row.values));
            return null;
        }
        mapping.columns().forEach((column, id) -> take(row, column, id));
        row.values = new LinkedHashMap<>(target.read(row.values));
        Fault wide = notes.wide(line);
        if (wide != null) {
            row.faults.add(wide);
        }
        notes.look(line);
        keyed(row);
        tallies.add(numbers(row.values), Map.of());
        return row;
    }

    /** True for words that stand alone in their row, where a record needs more than one cell: the name of a part of the table, a remark below it. */
    private boolean isCaption(SheetRow line) {
        List<Object> said = line.cells().stream().filter(Objects::nonNull).toList();
        return said.size() == 1
                && said.getFirst() instanceof String
                && target.recordColumns().stream()
                                .filter(RecordColumn::required)
                                .count()
                        > 1;
    }

    /** True for headings that stand among the rows again. */
    private boolean isHeading(SheetRow line) {
        return headings.stream()
                .anyMatch(head -> mapping.columns().keySet().stream()
                                .filter(column -> line.cell(column) != null && head.cell(column) != null)
                                .filter(column -> Folded.of(Objects.requireNonNull(line.cell(column)))
                                        .equals(Folded.of(Objects.requireNonNull(head.cell(column)))))
                                .count()
                        > 1);
    }

    private void take(Read row, int column, String id) {
        Object cell = row.line.cell(column);
        if (cell == null) {
            return;
        }
        RecordColumn known = target.column(id);
        if (known.kind().number()) {
            notes.spelt(column, cell);
        }
        switch (cells.read(known, cell)) {
            case CellReading.Value value -> {
                row.values.put(id, value.written());
                boolean day = known.kind() == RecordColumn.Kind.DATE
                        && cell.equals(Numbers.date(LocalDate.parse(value.written())));
                if (cell instanceof String text && known.kind() != RecordColumn.Kind.LONG && !day) {
                    row.raw.put(id, text);
                }
            }
            case CellReading.Blank blank -> {}
            case CellReading.Doubtful doubtful -> {
                row.doubts.add(new Entry.Doubt(id, doubtful.said(), doubtful.choices(), true));
                row.unclear.add(Fault.at(row.line, column, "imports.wrong.unclear", doubtful.said()));
            }
            case CellReading.Refused refused ->
                row.faults.add(Fault.at(
                        row.line, column, refused.key(), refused.arguments().toArray(String[]::new)));
        }
    }

    /** The key, and that no other row has it. */
    private void keyed(Read row) {
        boolean clear = row.doubts.stream().noneMatch(doubt -> target.key().contains(doubt.column()));
        row.key = clear ? target.keyOf(row.values) : "";
        if (row.key.isEmpty()) {
            for (String id : target.key()) {
                int column = mapping.column(id);
                if (row.line.cell(column) == null && target.column(id).required()) {
                    row.faults.add(Fault.at(row.line, column, "imports.wrong.noKey", Fault.COLUMN + id));
                }
            }
            return;
        }
        row.own = target.alone(List.of()) ? row.key : own(row.key, target.spelledKeyOf(row.values));
        Fault twice = notes.seen(row.own, row.line, mapping.column(target.key().getFirst()));
        if (twice != null) {
            row.faults.add(twice);
        }
    }

    /** The first spelling of a key in the file that this one does not contradict: marks may be left out whole, not changed. */
    private String own(String folded, String spelled) {
        List<String> before = spellings.computeIfAbsent(folded, any -> new ArrayList<>());
        for (String each : before) {
            if (agree(each, spelled)) {
                return each;
            }
        }
        before.add(spelled);
        return spelled;
    }

    /** True when both are spelled alike, wherever a tone stands on its word, or one is written without any marks. */
    private static boolean agree(String one, String other) {
        return one.equals(other)
                || isBare(one)
                || isBare(other)
                || ToneMarks.agree(one, other) && ToneMarks.agree(other, one);
    }

    private static boolean isBare(String spelled) {
        return spelled.chars().allMatch(sign -> sign < 0x80);
    }

    private Entry entry(Read row, List<StandingRecord> found) {
        String spelled = target.spelledKeyOf(row.values);
        List<StandingRecord> same = found.stream()
                .filter(each -> agree(spelled, target.spelledKeyOf(each.values())))
                .toList();
        StandingRecord standing = same.size() == 1 ? same.getFirst() : chosen(row, same.isEmpty() ? found : same);
        row.values = target.settled(row.values, standing, mapping);
        Map<String, String> whole = new LinkedHashMap<>(standing == null ? Map.of() : standing.values());
        whole.putAll(row.values);
        boolean sure = row.faults.isEmpty() && row.doubts.isEmpty();
        if (sure) {
            judge(row, standing, whole);
        }
        List<Entry.Change> changes = new ArrayList<>();
        List<Entry.Change> texts = new ArrayList<>();
        row.values.forEach((id, after) -> {
            String before = standing == null ? null : standing.values().get(id);
            boolean key = before != null && target.key().contains(id);
            if (!key && !after.equals(before)) {
                String raw = row.raw.get(id);
                (target.isLong(id) ? texts : changes)
                        .add(new Entry.Change(id, before, after, after.equals(raw) ? null : raw, null));
            }
        });
        Entry.Status status = status(row, standing == null, changes.isEmpty() && texts.isEmpty());
        List<Fault> faults = new ArrayList<>(row.faults);
        faults.addAll(row.unclear);
        return new Entry(
                row.own,
                target.name(row.values),
                row.line.number(),
                status,
                changes,
                texts,
                row.values.size() - changes.size() - texts.size(),
                status.saves() ? target.warnings(whole) : List.of(),
                faults,
                row.doubts,
                RecordTarget.memo(standing));
    }

    private static Entry.Status status(Read row, boolean fresh, boolean untouched) {
        if (!row.faults.isEmpty()) {
            return Entry.Status.WRONG;
        }
        return !row.doubts.isEmpty()
                ? Entry.Status.DOUBTFUL
                : fresh ? Entry.Status.NEW : untouched ? Entry.Status.SAME : Entry.Status.CHANGED;
    }

    /** The one that the sender chose, where several records may be meant. */
    private @Nullable StandingRecord chosen(Read row, List<StandingRecord> found) {
        if (found.isEmpty()) {
            return null;
        }
        String chosen = mapping.chosen(RecordTarget.RECORD, row.own);
        StandingRecord meant = found.stream()
                .filter(each -> each.id().equals(chosen))
                .findFirst()
                .orElse(null);
        if (meant == null && (target.alone(found) || !RecordTarget.NEW.equals(chosen))) {
            List<Entry.Choice> choices = new ArrayList<>();
            found.forEach(each -> choices.add(new Entry.Choice(each.id(), each.name())));
            if (!target.alone(found)) {
                choices.add(new Entry.Choice(RecordTarget.NEW, ""));
            }
            row.doubts.add(new Entry.Doubt(RecordTarget.RECORD, row.own, choices, false));
            row.unclear.add(Fault.at(row.line, -1, "imports.wrong.several", String.valueOf(found.size())));
        }
        return meant;
    }

    /** What is wrong with the record as a whole. */
    private void judge(Read row, @Nullable StandingRecord standing, Map<String, String> whole) {
        for (RecordColumn column : target.recordColumns()) {
            if (column.required() && !whole.containsKey(column.id())) {
                row.faults.add(Fault.at(
                        row.line, mapping.column(column.id()), "imports.wrong.missing", Fault.COLUMN + column.id()));
            }
        }
        for (Problem problem : target.problems(standing, whole)) {
            Fault fault = Fault.of(problem);
            row.faults.add(Fault.at(
                    row.line,
                    mapping.column(problem.field()),
                    fault.key(),
                    fault.arguments().toArray(String[]::new)));
        }
    }

    private Map<String, BigDecimal> numbers(Map<String, String> values) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        values.forEach((id, value) -> {
            if (target.column(id).kind().number() && !target.key().contains(id)) {
                numbers.put(id, new BigDecimal(value));
            }
        });
        return numbers;
    }

    /** True when a column spells figures both ways, and nobody said which is meant. */
    boolean mixed() {
        return !spellingSaid && notes.mixed();
    }

    /** Tells what is to be said of the table as a whole. */
    void tell(Entries entries) {
        notes.tell(
                entries,
                tallies.of(target.recordColumns().stream()
                        .filter(column -> column.kind().number())
                        .map(RecordColumn::id)
                        .toList()));
    }
}

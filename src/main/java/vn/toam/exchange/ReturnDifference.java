package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.shared.Numbers;
import vn.toam.shared.Text;
import vn.toam.sheet.SheetRow;

/** What the cells of one unit come to, held against its return as it stands. */
final class ReturnDifference {

    /** A figure's cell: where it stands and which line it is for. */
    record Placed(Field field, int column, SheetRow line, boolean note) {}

    private final Asked standing;
    private final Map<String, BigDecimal> last;
    private final LineRules.@Nullable Spelling spelling;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Entry.Change> changes = new ArrayList<>();
    private final Map<String, Entry.Change> texts = new TreeMap<>();
    private final Map<String, BigDecimal> read = new TreeMap<>();
    private final Map<String, BigDecimal> after;
    private int same;

    /** @param last figures of the year before */
    ReturnDifference(Asked standing, Map<String, BigDecimal> last, LineRules.@Nullable Spelling spelling) {
        this.standing = standing;
        this.last = last;
        this.spelling = spelling;
        this.after = new HashMap<>(standing.figures());
    }

    void take(Placed placed, Object cell) {
        Field field = placed.field();
        if (placed.note() || field.type() == FieldType.TEXT) {
            text(placed, cell.toString());
            return;
        }
        switch (read(field, cell, spelling)) {
            case LineReading.Figure figure -> figure(field, figure.value(), cell);
            case LineReading.Refusal refusal -> refuse(placed, refusal);
            case LineReading.Blank blank -> {}
        }
    }

    static LineReading read(Field field, Object cell, LineRules.@Nullable Spelling spelling) {
        return cell instanceof BigDecimal number
                ? LineRules.read(field, number)
                : LineRules.read(field, cell.toString(), spelling);
    }

    private void text(Placed placed, String said) {
        String field = placed.field().id();
        Map<String, String> there = placed.note() ? standing.notes() : standing.narrative();
        var refused = LineRules.text(placed.field(), said, placed.note() ? LineRules.MOST_NOTE : LineRules.MOST_TEXT);
        if (refused.isPresent()) {
            refuse(placed, refused.get());
        } else if (!said.equals(there.get(field))) {
            texts.put(field, ReturnEntries.text(field, said, there.get(field)));
        }
    }

    private void refuse(Placed placed, LineReading.Refusal refusal) {
        Fault fault = Fault.at(
                placed.line(),
                placed.column(),
                refusal.key(),
                refusal.arguments().toArray(String[]::new));
        BigDecimal then = last.get(placed.field().id());
        faults.add(then == null ? fault : fault.beside(Numbers.number(then)));
    }

    private void figure(Field field, BigDecimal figure, Object cell) {
        BigDecimal stands = standing.figures().get(field.id());
        read.put(field.id(), figure);
        if (stands != null && stands.compareTo(figure) == 0) {
            same++;
            return;
        }
        String raw = cell instanceof String text && !text.equals(figure.toPlainString()) ? text : null;
        changes.add(new Entry.Change(
                field.id(),
                ReturnEntries.written(stands),
                figure.toPlainString(),
                raw,
                ReturnEntries.written(last.get(field.id()))));
        after.put(field.id(), figure);
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    /** Every figure read, by line. */
    Map<String, BigDecimal> read() {
        return read;
    }

    /** A return that takes nothing any more and would get nothing is as it should be. */
    Entry.Status status(SheetRow line) {
        boolean touched = !faults.isEmpty() || !changes.isEmpty() || !texts.isEmpty();
        if (touched && !standing.editable()) {
            faults.clear();
            faults.add(Fault.at(line, -1, "exchange.refused." + standing.status()));
        }
        return !faults.isEmpty()
                ? Entry.Status.WRONG
                : !touched ? Entry.Status.SAME : standing.figures().isEmpty() ? Entry.Status.NEW : Entry.Status.CHANGED;
    }

    /** @param checks what those checks say that {@link #after} breaks */
    Entry entry(SheetRow line, Entry.Status status, List<Text> checks) {
        return new Entry(
                String.valueOf(standing.unit()),
                standing.fullName(),
                line.number(),
                status,
                changes,
                List.copyOf(texts.values()),
                same,
                checks,
                faults,
                List.of(),
                ReturnEntries.memo(standing));
    }

    /** The unit's figures as they would be. */
    Map<String, BigDecimal> after() {
        return after;
    }
}

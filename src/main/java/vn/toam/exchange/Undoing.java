package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.collection.BulkEntry;
import vn.toam.definition.Form;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.Outcome;
import vn.toam.shared.Numbers;

/** What taking an import back means for one unit: cells that still hold what was imported get what stood before, the others stay. */
final class Undoing {

    private final Entry done;
    private final Map<String, @Nullable BigDecimal> figures = new TreeMap<>();
    private final Map<String, String> notes = new TreeMap<>();
    private final Map<String, String> narrative = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param standing the return as it stands; null: the round does not ask the unit any more */
    Undoing(Entry done, @Nullable Asked standing, Form form, Set<String> texts) {
        this.done = done;
        if (standing == null || !standing.editable()) {
            String status = standing == null ? "PASSED" : standing.status().name();
            faults.add(Fault.of("exchange.refused." + status));
            return;
        }
        for (Entry.Change change : done.changes()) {
            BigDecimal now = standing.figures().get(change.column());
            if (now != null && now.compareTo(new BigDecimal(change.after())) == 0) {
                figures.put(change.column(), change.before() == null ? null : new BigDecimal(change.before()));
            } else {
                changed(form, change.column(), Numbers.number(now));
            }
        }
        for (Entry.Change change : done.texts()) {
            String field = change.column();
            boolean told = texts.contains(field);
            String now = (told ? standing.narrative() : standing.notes()).getOrDefault(field, "");
            if (now.equals(change.after())) {
                (told ? narrative : notes).put(field, Objects.requireNonNullElse(change.before(), ""));
            } else {
                changed(form, field, now.substring(0, Math.min(now.length(), 60)));
            }
        }
    }

    private void changed(Form form, String field, String now) {
        String line = form.field(field).map(each -> each.line()).orElse(field);
        faults.add(Fault.of("exchange.undo.changed", line, now));
    }

    /** What is to stand in its return; empty: nothing to put back. */
    Optional<BulkEntry.Return> wanted() {
        return figures.isEmpty() && notes.isEmpty() && narrative.isEmpty()
                ? Optional.empty()
                : Optional.of(new BulkEntry.Return(ReturnEntries.unit(done), figures, notes, narrative));
    }

    /** What stays, and why; empty: nothing. */
    Optional<Outcome.Left> left() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Left(done.name(), faults));
    }
}

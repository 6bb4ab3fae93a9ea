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
import vn.toam.catalog.Form;
import vn.toam.collection.BulkEntry;
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
            faults.add(new Fault("", 0, "", "exchange.refused." + status, List.of()));
            return;
        }
        for (Entry.Change change : done.changes()) {
            BigDecimal now = standing.figures().get(change.field());
            if (now != null && now.compareTo(change.after()) == 0) {
                figures.put(change.field(), change.before());
            } else {
                changed(form, change.field(), Numbers.number(now));
            }
        }
        done.texts().forEach((field, text) -> {
            boolean told = texts.contains(field);
            String now = (told ? standing.narrative() : standing.notes()).getOrDefault(field, "");
            if (now.equals(text)) {
                (told ? narrative : notes)
                        .put(field, Objects.requireNonNullElse(done.before().get(field), ""));
            } else {
                changed(form, field, now.substring(0, Math.min(now.length(), 60)));
            }
        });
    }

    private void changed(Form form, String field, String now) {
        String line = form.field(field).map(each -> each.line()).orElse(field);
        faults.add(new Fault("", 0, "", "exchange.undo.changed", List.of(line, now)));
    }

    /** What is to stand in its return; empty: nothing to put back. */
    Optional<BulkEntry.Return> wanted() {
        return figures.isEmpty() && notes.isEmpty() && narrative.isEmpty()
                ? Optional.empty()
                : Optional.of(new BulkEntry.Return(done.unit(), figures, notes, narrative));
    }

    /** What stays, and why; empty: nothing. */
    Optional<Outcome.Left> left() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Left(done.name(), faults));
    }
}

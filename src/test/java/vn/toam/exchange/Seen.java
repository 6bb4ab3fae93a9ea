package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Form;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;

/** What one unit would get, as its preview shows it. */
record Seen(
        int unit,
        String name,
        int row,
        Entry.Status status,
        List<Change> changes,
        Map<String, String> texts,
        int same,
        List<String> checks,
        List<Fault> faults,
        List<Entry.Choice> choices) {

    record Change(
            String field,
            @Nullable BigDecimal before,
            BigDecimal after,
            @Nullable String raw,
            @Nullable BigDecimal last) {

        private static Change of(Entry.Change change) {
            return new Change(
                    change.column(),
                    figure(change.before()),
                    new BigDecimal(change.after()),
                    change.raw(),
                    figure(change.beside()));
        }

        private static @Nullable BigDecimal figure(@Nullable String written) {
            return written == null ? null : new BigDecimal(written);
        }
    }

    static Seen of(Entry entry, Form form) {
        return new Seen(
                ReturnEntries.unit(entry),
                entry.name(),
                entry.row(),
                entry.status(),
                entry.changes().stream().map(Change::of).toList(),
                ReturnEntries.texts(entry),
                entry.same(),
                form.checks().stream()
                        .filter(check -> entry.warnings().contains(check.message()))
                        .map(check -> check.id())
                        .toList(),
                entry.faults(),
                entry.doubts().stream()
                        .flatMap(doubt -> doubt.choices().stream())
                        .toList());
    }
}

package vn.toam.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.FieldType;
import vn.toam.definition.Form;
import vn.toam.mapping.Entry;

/** An entry of an import as a return: whose it is, what is known of it, and the figures and texts that would stand in it. */
final class ReturnEntries {

    private static final String PROVINCE = "province";
    private static final String VERSION = "version";

    private ReturnEntries() {}

    /** What an entry keeps of the return that was compared. */
    static Map<String, String> memo(Asked standing) {
        return Map.of(
                PROVINCE, String.valueOf(standing.province()),
                VERSION, String.valueOf(standing.version()));
    }

    /** The unit; 0: none that is known. */
    static int unit(Entry entry) {
        return entry.key().isEmpty() ? 0 : Integer.parseInt(entry.key());
    }

    /** Leads the key of its return. */
    static int province(Entry entry) {
        return number(entry, PROVINCE);
    }

    /** How often the return was saved when it was compared. */
    static int version(Entry entry) {
        return number(entry, VERSION);
    }

    private static int number(Entry entry, String what) {
        return Integer.parseInt(entry.memo().getOrDefault(what, "0"));
    }

    static Map<String, @Nullable BigDecimal> figures(Entry entry) {
        Map<String, @Nullable BigDecimal> figures = new TreeMap<>();
        entry.changes().forEach(change -> figures.put(change.column(), new BigDecimal(change.after())));
        return figures;
    }

    static Map<String, String> texts(Entry entry) {
        return entry.texts().stream()
                .collect(Collectors.toMap(
                        Entry.Change::column, Entry.Change::after, (one, other) -> other, TreeMap::new));
    }

    /** A figure as an entry writes it. */
    static @Nullable String written(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    static Entry.Change text(String field, String after, @Nullable String before) {
        return new Entry.Change(field, Objects.requireNonNullElse(before, ""), after, null, null);
    }

    /** The lines of a form that are answered in words; a text for another one is its remark. */
    static Set<String> told(Form form) {
        return form.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .map(field -> field.id())
                .collect(Collectors.toSet());
    }

    static List<Integer> units(List<Entry> entries) {
        return entries.stream().map(ReturnEntries::unit).toList();
    }
}

package vn.toam.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A kind of record that units keep where it happens: what one record holds, which states it goes through and what is counted from it.
 *
 * @param shape what kind of thing it is, for the list of registers
 * @param levels codes of the list {@code levels}: units at which records are kept
 * @param own kept by agencies for themselves, not by the unit as a whole
 * @param sensitivity who may read single records
 * @param receiver the field of the UNIT that is asked: its people may answer and move the record on too; null: the keeper alone does
 * @param retention years after its end until names leave a record; 0: kept for good
 * @param date the field whose day a record lies at: events are counted in the window of that day
 * @param title fields that name a record in a list, the first of them first
 * @param unique fields that two records of one unit may not share; empty: any two may be alike
 * @param evidence days within which a file has to lie with a record; null: none is asked
 * @param checks what must hold between numbers and days of a record
 * @param due fields of days on which somebody has to act; whoever keeps the record is told
 */
public record Register(
        String id,
        int version,
        Text name,
        List<Source> source,
        Shape shape,
        List<String> levels,
        boolean own,
        Sensitivity sensitivity,
        @Nullable String receiver,
        int retention,
        String date,
        List<String> title,
        List<RecordField> fields,
        List<RecordTable> tables,
        Lifecycle states,
        List<String> unique,
        @Nullable Integer evidence,
        List<String> due,
        List<Check> checks,
        List<RecordCount> counts)
        implements Definition {

    public Register {
        source = source == null ? List.of() : List.copyOf(source);
        levels = levels == null ? List.of() : List.copyOf(levels);
        title = title == null ? List.of() : List.copyOf(title);
        fields = fields == null ? List.of() : List.copyOf(fields);
        tables = tables == null ? List.of() : List.copyOf(tables);
        unique = unique == null ? List.of() : List.copyOf(unique);
        due = due == null ? List.of() : List.copyOf(due);
        checks = checks == null ? List.of() : List.copyOf(checks);
        counts = counts == null ? List.of() : List.copyOf(counts);
    }

    /** What kind of thing a record is. */
    public enum Shape {
        BODY,
        PERSON,
        EVENT,
        PRODUCT,
        MATTER,
        MONEY,
        AWARD,
        SUPPORT,
        TEXT,
        YEARLY
    }

    /** Who may read single records; figures are open to whoever may read figures. */
    public enum Sensitivity {
        /** Everybody with an account in the province. */
        OPEN,
        /** The keeper and those above it. */
        INTERNAL,
        /** The keeper and those above it; names of people are shown to the keeper alone. */
        PERSONAL,
        /** The keeper alone; those above see figures. */
        SENSITIVE
    }

    /** A field by its id: one of the record itself, or {@code table.column}. */
    public Optional<RecordField> field(String id) {
        int dot = id.indexOf('.');
        return dot < 0
                ? find(fields, id)
                : table(id.substring(0, dot)).flatMap(table -> find(table.fields(), id.substring(dot + 1)));
    }

    private static Optional<RecordField> find(List<RecordField> fields, String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /** A table of the record by its id. */
    public Optional<RecordTable> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** A count by its id. */
    public Optional<RecordCount> count(String id) {
        return counts.stream().filter(count -> count.id().equals(id)).findFirst();
    }

    /** States in which a file is asked for: those in which a count counts a record; all where nothing is counted. */
    public Set<String> proven() {
        Set<String> proven = new LinkedHashSet<>();
        for (RecordCount count : counts) {
            states.states().stream()
                    .filter(state -> count.states().isEmpty()
                            ? !count.except().contains(state.id())
                                    && !(count.of() == RecordCount.Of.STOCK && state.closed())
                            : count.states().contains(state.id()))
                    .forEach(state -> proven.add(state.id()));
        }
        if (counts.isEmpty()) {
            states.states().forEach(state -> proven.add(state.id()));
        }
        return proven;
    }

    /** Fields that the form of a record in a state asks for; those of later steps and of the register's desk are not among them. */
    public List<RecordField> entered(String state) {
        return fields.stream()
                .filter(field -> !field.desk() && (field.asked().isEmpty() || states.past(field.asked(), state)))
                .toList();
    }

    /** Tables that the form of a record asks for. */
    public List<RecordTable> enteredTables() {
        return tables.stream().filter(table -> !table.desk()).toList();
    }

    /** Fields that the step into a state asks for: its own, and those that it cannot be without. */
    public List<RecordField> askedAt(Lifecycle.State state) {
        return fields.stream()
                .filter(field -> !field.desk()
                        && (field.asked().contains(state.id())
                                || state.requires().contains(field.id())))
                .toList();
    }

    /** Every field, columns of tables as {@code table.column}. */
    public Stream<String> places() {
        return Stream.concat(
                fields.stream().map(RecordField::id),
                tables.stream().flatMap(table -> table.fields().stream().map(field -> table.id() + "." + field.id())));
    }

    /** The same with fields of a unit's own behind those of the definition. */
    public Register with(List<RecordField> more) {
        return new Register(
                id,
                version,
                name,
                source,
                shape,
                levels,
                own,
                sensitivity,
                receiver,
                retention,
                date,
                title,
                Stream.concat(fields.stream(), more.stream()).toList(),
                tables,
                states,
                unique,
                evidence,
                due,
                checks,
                counts);
    }
}

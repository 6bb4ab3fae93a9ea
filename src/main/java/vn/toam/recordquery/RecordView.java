package vn.toam.recordquery;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.RecordTable;
import vn.toam.definition.Register;
import vn.toam.document.Attachment;
import vn.toam.geography.Unit;
import vn.toam.register.RecordChange;
import vn.toam.register.RecordNames;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Values;
import vn.toam.shared.Text;

/**
 * The page of one record.
 *
 * @param agency name of the agency whose own it is; null: the unit's
 * @param keeps whoever reads may change it
 * @param hints soft checks that do not hold
 * @param files empty when they are not shown; the record says how many there are
 * @param undo the last change can be taken back
 * @param counts figures that it is counted into today
 * @param into the record that it was put together with; null: it stands
 */
public record RecordView(
        Register register,
        RecordRow row,
        Unit unit,
        @Nullable Text agency,
        boolean keeps,
        RecordNames.Known known,
        List<Check> hints,
        List<Attachment> files,
        List<Reference> references,
        List<Step> history,
        boolean undo,
        List<CountedInto> counts,
        @Nullable String into) {

    /** A record that refers to this one. */
    public record Reference(String path, Text name, Text register, LocalDate day, Text state) {}

    /** A version, and what it changed. @param since from when on a move holds; null: it is no move, or one that was taken back */
    public record Step(
            RecordChange change, Text state, @Nullable LocalDate since, List<Difference> differences) {}

    /** What a version says otherwise than the one before; either a field or a table. */
    public record Difference(
            @Nullable RecordField field, @Nullable RecordTable table, Values before, Values after) {}

    /** A figure, and the line of a form that it fills. @param form null: it stands beside the register only */
    public record CountedInto(
            Text count,
            @Nullable Text form,
            @Nullable Text line,
            @Nullable String path) {}

    public RegisterRecord record() {
        return row.record();
    }

    public boolean people() {
        return row.people();
    }

    /** The states that whoever keeps it may move it to; what only the unit that is asked does stands on that unit's own page. */
    public List<Lifecycle.State> next() {
        return !keeps || into != null
                ? List.of()
                : register.states().next(record().state()).stream()
                        .filter(state -> state.by() != Lifecycle.Side.RECEIVER)
                        .toList();
    }

    /** Fields that say something, or nothing though they were asked for; without the one that is the heading of the page. */
    public List<RecordField> fields(boolean filled) {
        List<RecordField> asked = register.entered(record().state());
        return register.fields().stream()
                .filter(field -> !field.id().equals(register.title().getFirst()))
                .filter(field -> filled == record().values().map().containsKey(field.id()))
                .filter(field -> filled || asked.contains(field))
                .toList();
    }

    /** Columns of a table in which any row says something. */
    public List<RecordField> columns(RecordTable table) {
        return table.fields().stream()
                .filter(field -> record().values().rows(table.id()).stream()
                        .anyMatch(row -> row.map().containsKey(field.id())))
                .toList();
    }
}

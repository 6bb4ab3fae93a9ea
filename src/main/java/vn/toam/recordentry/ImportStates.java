package vn.toam.recordentry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.Rejected.Problem;

/** The state that a row of a table says its record is in, and since when: what follows from the definition is taken, nothing else. */
final class ImportStates {

    /** What happens within a day, so that it is over on its own day. */
    private static final Set<Register.Shape> MOMENTS = Set.of(Register.Shape.EVENT, Register.Shape.PRODUCT);

    private ImportStates() {}

    /**
     * Since when a record is in a state that it does not begin in: the day that the state asks for, where it asks for one; for a new record
     * that is still open, or happened on one day, its own day. Empty: it has to be said.
     */
    static Optional<String> since(Register register, String state, boolean fresh, Map<String, String> values) {
        Optional<Lifecycle.State> known = register.states().state(state);
        List<String> days = known.stream()
                .flatMap(each -> each.requires().stream())
                .filter(field -> field.indexOf('.') < 0)
                .filter(field -> register.field(field).orElseThrow().type() == RecordField.Type.DATE)
                .toList();
        boolean own = fresh && known.isPresent() && (!known.get().closed() || MOMENTS.contains(register.shape()));
        return Optional.ofNullable(
                days.size() == 1 ? values.get(days.getFirst()) : own ? values.get(register.date()) : null);
    }

    /** A step that the unit which is asked takes is not said by the table of whoever asks. @param kept null: the record is new */
    static Optional<Problem> received(Register register, @Nullable RegisterRecord kept, String state) {
        return register.states()
                .state(state)
                .filter(next -> next.by() == Lifecycle.Side.RECEIVER)
                .filter(next -> kept == null || !kept.state().equals(state))
                .map(next -> new Problem(ImportColumns.STATE, "register.import.by", List.of(next.name())));
    }

    /** @param kept the record that moves on; null: it is new */
    static List<Problem> problems(
            Register register,
            @Nullable RegisterRecord kept,
            String state,
            LocalDate day,
            @Nullable String since,
            LocalDate today) {
        Lifecycle states = register.states();
        String before = kept == null ? states.start() : kept.state();
        if (state.equals(before)) {
            return List.of();
        }
        Lifecycle.State next = states.state(state).orElseThrow();
        if (kept != null && !states.next(before).contains(next)) {
            return List.of(new Problem(
                    ImportColumns.STATE,
                    "register.import.move",
                    List.of(states.state(before).map(Lifecycle.State::name).orElseThrow(), next.name())));
        }
        if (since == null) {
            return List.of(new Problem(ImportColumns.SINCE, "register.import.since.missing", List.of(next.name())));
        }
        LocalDate on = LocalDate.parse(since);
        LocalDate earliest = kept == null ? day : kept.since().isAfter(today) ? today : kept.since();
        return on.isBefore(earliest) || on.isAfter(today)
                ? List.of(new Problem(ImportColumns.SINCE, "register.problem.between", List.of(earliest, today)))
                : List.of();
    }
}

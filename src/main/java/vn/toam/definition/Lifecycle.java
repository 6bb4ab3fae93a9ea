package vn.toam.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * The states that records of a {@link Register} go through. A move is dated; what follows from time alone is derived when it is asked for and
 * never stored.
 *
 * @param start the state of a new record
 * @param moves the states that each state may be left for
 */
public record Lifecycle(String start, List<State> states, Map<String, List<String>> moves, List<Derived> derived) {

    public Lifecycle {
        states = states == null ? List.of() : List.copyOf(states);
        moves = moves == null ? Map.of() : Map.copyOf(moves);
        derived = derived == null ? List.of() : List.copyOf(derived);
    }

    /**
     * One state.
     *
     * @param verb what the button says that leads there; null: the state's name
     * @param closed nothing more is to be done with the record
     * @param requires fields that have to be filled before a record may be in this state; {@code table.column}: in every row
     * @param by who moves a record there; null: whoever keeps it and whoever is asked in it
     */
    public record State(
            String id,
            Text name,
            @Nullable Text verb,
            boolean closed,
            List<String> requires,
            @Nullable Side by) {

        public State {
            requires = requires == null ? List.of() : List.copyOf(requires);
        }
    }

    /** Who has to do with a record. */
    public enum Side {
        KEEPER,
        /** The unit in the field that {@link Register#receiver} names. */
        RECEIVER
    }

    /** How time alone changes what a record is called. */
    public enum Rule {
        /** No record of {@code register} has referred to it through {@code through} for so many days. */
        QUIET,
        /** So many days have passed since the day in {@code date}, and {@code until} is empty. */
        PAST
    }

    /**
     * What a record is called beside its state.
     *
     * @param from states it may be in
     * @param register of the records that keep it from being QUIET
     * @param through their field that refers here
     * @param where what holds for them: field to codes
     * @param date the field of a PAST day; {@code table.column}: of any row
     * @param until the field (or column of the same table) that ends it; null: nothing does but a later day
     * @param by the field whose code chooses the number of days
     * @param days by code; the key {@code other} holds for all others
     */
    public record Derived(
            String id,
            Text name,
            List<String> from,
            Rule rule,
            @Nullable String register,
            @Nullable String through,
            Map<String, List<String>> where,
            @Nullable String date,
            @Nullable String until,
            @Nullable String by,
            Map<String, Integer> days) {

        public Derived {
            from = from == null ? List.of() : List.copyOf(from);
            where = where == null ? Map.of() : Map.copyOf(where);
            days = days == null ? Map.of() : Map.copyOf(days);
        }

        /** The number of days that holds for a record whose field {@code by} has this code. */
        public int daysOf(@Nullable String code) {
            return days.getOrDefault(code == null ? "other" : code, days.getOrDefault("other", 0));
        }
    }

    /** A record that is in the state {@code now} has come through one of these states, or may have. */
    public boolean past(List<String> these, String now) {
        Set<String> after = new LinkedHashSet<>(these);
        Deque<String> open = new ArrayDeque<>(these);
        while (!open.isEmpty() && !after.contains(now)) {
            moves.getOrDefault(open.pop(), List.of()).stream()
                    .filter(after::add)
                    .forEach(open::add);
        }
        return after.contains(now);
    }

    /** A state by its id. */
    public Optional<State> state(String id) {
        return states.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    /** The states that a state may be left for, in the order of the definition. */
    public List<State> next(String state) {
        List<String> to = moves.getOrDefault(state, List.of());
        return states.stream().filter(each -> to.contains(each.id())).toList();
    }

    /** A derived state by its id. */
    public Optional<Derived> derived(String id) {
        return derived.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}

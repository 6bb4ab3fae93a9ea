package vn.toam.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.toam.shared.Text;

/**
 * Something that must follow when units are reorganised: returns, duties, accounts. Modules above implement it, so that {@code unit} knows
 * none of them. There is no separate preview: a preview applies everything in a transaction that is rolled back, and shows what was said.
 */
public interface MovesWithUnits {

    /**
     * Moves what this module keeps, after the units themselves were changed and within the same transaction.
     *
     * @return what moved and what stays, in the order to be read; nothing when nothing is concerned
     */
    List<Moved> apply(Moves moves);

    /** Sentences on what was done since with the new units and would be lost; empty: {@link #undo} may be called. */
    List<Text> obstacles(Moves moves);

    /** Puts everything back as it was, before the units themselves are: who followed last goes back first. */
    void undo(Moves moves);

    /**
     * One thing that moved.
     *
     * @param what a sentence with its count
     * @param names which ones, at most {@link #NAMED}
     * @param attention true: a person has to look at it
     */
    record Moved(Text what, List<Text> names, boolean attention) {

        /** No more names than these are shown. */
        public static final int NAMED = 200;

        public Moved {
            names = names.stream().limit(NAMED).toList();
        }
    }

    /** One link from an old unit to a new one. */
    record Change(int from, int to, Share share) {}

    /**
     * A reorganisation as applied.
     *
     * @param changes every link; units that go on under the same id are not among them
     * @param ended every unit that ended, those without a successor of their own included
     */
    record Moves(UUID id, LocalDate on, List<Change> changes, List<Integer> ended) {

        /** For each old unit the new one that received all of it, or what remained: whoever must have one heir. */
        public Map<Integer, Integer> mainHeirs() {
            return changes.stream()
                    .filter(change -> change.share() != Share.PART)
                    .collect(Collectors.toMap(Change::from, Change::to, (first, second) -> first));
        }

        /** The links to each new unit. */
        public Map<Integer, List<Change>> byHeir() {
            return changes.stream().collect(Collectors.groupingBy(Change::to));
        }

        /** Ids of the new units. */
        public List<Integer> made() {
            return new ArrayList<>(byHeir().keySet());
        }
    }
}

package vn.toam.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a household; never changed once written.
 *
 * @param household whose history it stands in
 * @param on when it happened
 * @param at when it was written down
 * @param who by whom
 * @param other the other household of a split or a merger
 * @param before what stood in its row, where that changed
 * @param detail what else is worth telling, by name
 */
public record HouseholdEvent(
        UUID household,
        int n,
        What what,
        LocalDate on,
        String reason,
        Instant at,
        String who,
        @Nullable UUID other,
        Map<String, String> before,
        Map<String, String> detail) {

    public HouseholdEvent {
        before = Map.copyOf(before);
        detail = Map.copyOf(detail);
    }

    public enum What {
        OPEN,
        MOVE_IN,
        MOVE_OUT,
        SPLIT,
        MERGE,
        HEAD_CHANGE,
        BIRTH,
        DEATH,
        VILLAGE_CHANGE,
        CLOSE,
        REOPEN,
        CORRECT,
        FLAG
    }

    /** When something happened, and why. @param on null: not said */
    public record Basis(@Nullable LocalDate on, String reason) {

        public Basis {
            reason = reason.strip();
        }
    }
}

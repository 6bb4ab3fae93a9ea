package vn.toam.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something done to a whole round.
 *
 * @param account who; null: the calendar itself
 * @param name how the account was called then; blank for the calendar
 * @param remark why; asked for an extension and for opening again
 * @param dueBefore last day to send until then; null when it did not change
 * @param due last day to send from then on
 */
public record RoundStep(
        Instant at,
        @Nullable UUID account,
        String name,
        Verb verb,
        String remark,
        @Nullable LocalDate dueBefore,
        LocalDate due) {

    /** What can be done to a round. */
    public enum Verb {
        /** Every unit is asked. */
        OPEN,
        /** A later last day, with a reason that everybody reads. */
        EXTEND,
        /** An extension is taken back. */
        UNDO,
        /** Nothing more is typed, sent or returned. */
        CLOSE,
        /** A closed round goes on, with a reason. */
        REOPEN
    }
}

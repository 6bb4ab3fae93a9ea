package vn.toam.register;

import java.time.Instant;

/**
 * One version in the history of a record.
 *
 * @param state the state it was in afterwards
 * @param note why, in the words of who did it; may be blank
 */
public record RecordChange(int no, Instant at, String account, What what, String state, Values values, String note) {

    /** What was done. */
    public enum What {
        MADE,
        CHANGED,
        MOVED,
        FILED,
        MERGED,
        UNDONE
    }
}

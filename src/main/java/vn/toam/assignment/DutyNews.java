package vn.toam.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was done to duties that others must hear of; told in the transaction that does it.
 *
 * @param duties all of one act: each receiver is told once
 * @param remark what was said; may be blank
 * @param by account that did it; null: the calendar
 */
public record DutyNews(
        What what,
        List<Duty> duties,
        String remark,
        @Nullable UUID by) {

    /** What happened, and whom it concerns. */
    public enum What {
        GIVEN(true),
        CHANGED(true),
        CANCELLED(true),
        PAUSED(true),
        RESUMED(true),
        INSISTED(true),
        URGED(true),
        CONFIRMED(true),
        SENT_BACK(true),
        ANSWERED(true),
        EXTENDED(true),
        NOT_EXTENDED(true),
        SUBMITTED(false),
        BLOCKED(false),
        REFUSED(false),
        ASKED_EXTENSION(false);

        private final boolean downwards;

        What(boolean downwards) {
            this.downwards = downwards;
        }

        /** True when the agency that owes the duty is told, false when whoever gave it is. */
        public boolean downwards() {
            return downwards;
        }
    }
}

package vn.toam.assignment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.WorkDays;

/**
 * Where a duty stands officially, and the days it is judged by.
 *
 * @param first due day as it was given, never changed by an extension
 * @param due due day now
 * @param effective the working day up to which {@code due} is in time; {@code firstEffective} the same of {@code first}
 * @param missed the effective due day that had passed when an extension was asked; null: none was asked too late
 * @param submitted day of the last submission; null while it is not submitted
 * @param submittedBy account that submitted it
 * @param settledBy who confirmed it or sent it back; null: nobody yet
 * @param opens first day on which it is shown; null: from the start
 * @param person name of the officer who took it; blank: nobody
 */
public record Course(
        Stage stage,
        LocalDate first,
        LocalDate due,
        LocalDate effective,
        LocalDate firstEffective,
        @Nullable LocalDate missed,
        @Nullable LocalDate submitted,
        @Nullable UUID submittedBy,
        @Nullable String settledBy,
        @Nullable LocalDate opens,
        String person) {

    /** So many working days before the effective due day it is "soon". */
    public static final int SOON = 5;

    /** Was its due day ever moved? */
    public boolean extended() {
        return !first.equals(due);
    }

    /** The word for it on a day, for an agency that was ordered. */
    public Timeliness timeliness(WorkDays days, LocalDate today) {
        if (stage.done()) {
            return submitted != null && submitted.isAfter(judgedBy()) ? Timeliness.DONE_LATE : Timeliness.DONE_ON_TIME;
        }
        if (!stage.running()) {
            return Timeliness.OUTSIDE;
        }
        if (today.isAfter(effective)) {
            return Timeliness.OVERDUE;
        }
        return days.between(today, effective) <= SOON ? Timeliness.SOON : Timeliness.IN_TIME;
    }

    /** Done on time by the day first given, whatever was granted since? */
    public boolean onTimeFirst() {
        return stage.done() && (submitted == null || !submitted.isAfter(firstEffective));
    }

    /** Working days too late: up to the day of submission, or to today while it is open. */
    public int late(WorkDays days, LocalDate today) {
        if (stage.done()) {
            return submitted == null ? 0 : days.between(judgedBy(), submitted);
        }
        return stage.running() ? days.between(effective, today) : 0;
    }

    /** An extension asked after the due day gives more time, but makes nothing on time. */
    private LocalDate judgedBy() {
        return missed == null ? effective : missed;
    }
}

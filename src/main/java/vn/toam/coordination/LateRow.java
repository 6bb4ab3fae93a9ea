package vn.toam.coordination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit that has not sent its return.
 *
 * @param name its full name on the day of the round's geography
 * @param above the unit directly above it then
 * @param state how far it has come
 * @param changedAt last change; null: nobody has typed anything
 * @param remindedAt last reminder; null: none
 * @param remindedBy who reminded; blank: the calendar
 */
public record LateRow(
        int unit,
        String name,
        int above,
        LateState state,
        @Nullable Instant changedAt,
        @Nullable Instant remindedAt,
        String remindedBy) {}

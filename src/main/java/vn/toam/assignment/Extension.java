package vn.toam.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * More time asked for a duty.
 *
 * @param due the day asked for
 * @param late asked after the due day: even when granted, the duty counts as late
 * @param granted null while nobody has decided
 */
public record Extension(
        UUID id,
        UUID duty,
        Instant askedAt,
        LocalDate askedOn,
        UUID askedBy,
        String askedName,
        LocalDate due,
        String reason,
        boolean late,
        @Nullable Boolean granted,
        @Nullable String decidedName,
        String note) {}

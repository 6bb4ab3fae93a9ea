package vn.toam.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said a target has come to: never a collected figure.
 *
 * @param value null: the result before it was taken back
 * @param dated the day that the evidence speaks of
 * @param source which paper or register it is from
 * @param reason why it corrects the one before; blank for the first
 * @param attachment the evidence
 */
public record TypedResult(
        UUID id,
        UUID target,
        int unit,
        int year,
        @Nullable BigDecimal value,
        LocalDate dated,
        String source,
        String reason,
        UUID attachment,
        String fileName,
        String typedBy,
        Instant typedAt) {}

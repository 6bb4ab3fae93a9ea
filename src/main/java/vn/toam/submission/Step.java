package vn.toam.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a submission's way.
 *
 * @param at when
 * @param account who; null: the system (demo figures)
 * @param name how the account was called then
 * @param action what was done
 * @param remark why: the receiver's remark, the reason of an amendment; blank where none is asked
 * @param version version of the submission it was done to
 * @param figures the figures at that moment, so that what was once accepted stays readable
 */
public record Step(
        Instant at,
        @Nullable UUID account,
        String name,
        Action action,
        String remark,
        int version,
        Map<String, BigDecimal> figures) {}

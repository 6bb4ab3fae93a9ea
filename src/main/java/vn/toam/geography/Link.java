package vn.toam.geography;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a merger or split: from an old unit to a new one.
 *
 * @param unit the other end
 * @param share how much of the old unit went to the new one
 * @param on first day of the new unit
 * @param act number of the resolution
 * @param adopted day of the resolution
 * @param clause its clause, blank when it has none of its own
 */
public record Link(
        Unit unit,
        Share share,
        LocalDate on,
        @Nullable String act,
        @Nullable LocalDate adopted,
        String clause) {}

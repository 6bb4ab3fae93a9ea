package vn.toam.definition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a definition comes from.
 *
 * @param number number of the document, or null when it has none
 * @param date day of the document
 * @param place article, form or section
 */
public record Source(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String place) {}

package vn.toam.submission;

import java.math.BigDecimal;

/**
 * A line whose figure is not what was counted from records.
 *
 * @param field id of the line
 * @param reason the note beside it; blank: none
 */
public record Difference(String field, Tally tally, BigDecimal reported, String reason) {}

package vn.toam.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The accepted figures of one reporting unit and year, all forms together.
 *
 * @param above every unit over it on the day of its round's geography, itself first; empty where only
 *     figures were asked for
 * @param figures by field
 * @param partial fields whose figure is not that of the whole year, or not of the whole unit
 */
public record Fact(int unit, int year, List<Integer> above, Map<String, BigDecimal> figures, Set<String> partial) {}

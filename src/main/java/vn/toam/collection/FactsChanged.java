package vn.toam.collection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Accepted figures of one year came, changed or went; told within the same transaction, so that sums never lag behind.
 *
 * @param province code of the province of today
 */
public record FactsChanged(int province, int year, List<Change> changes) {

    /** Accepted figures of a whole province and year were loaded at once; told within the same transaction. */
    public record Loaded(ProvinceYear what) {}

    /**
     * What happened to one reporting unit.
     *
     * @param above every unit over it, itself first
     * @param before its accepted figures until now, by field; empty: none
     * @param after from now on
     */
    public record Change(
            int unit, List<Integer> above, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {}
}

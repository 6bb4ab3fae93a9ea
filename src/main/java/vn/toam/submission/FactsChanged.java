package vn.toam.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param before what counted until now; null: nothing
     * @param after what counts from now on; null: nothing
     */
    public record Change(
            int unit,
            List<Integer> above,
            @Nullable Fact before,
            @Nullable Fact after) {}
}

package vn.toam.exchange;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one unit would get.
 *
 * @param unit the unit; 0: the row names none that is known
 * @param province leads the key of its return
 * @param name its full name, or what the file says
 * @param row its row in the file
 * @param version version of its return that was compared
 * @param changes figures that differ
 * @param texts remarks that differ, by line; for text lines their texts
 * @param same figures of the file that stand there already
 * @param checks ids of the form's checks that its figures would break
 * @param faults why nothing of it is taken; empty: it can be
 */
public record Entry(
        int unit,
        int province,
        String name,
        int row,
        int version,
        Status status,
        List<Change> changes,
        Map<String, String> texts,
        int same,
        List<String> checks,
        List<Fault> faults) {

    /** What would happen to a unit. */
    public enum Status {
        /** It had no figures yet. */
        NEW,
        /** Some of its figures would change. */
        CHANGED,
        /** Nothing would change. */
        SAME,
        /** Nothing of it is taken. */
        WRONG;

        /** True when there is something to save. */
        public boolean saves() {
            return this == NEW || this == CHANGED;
        }
    }

    /**
     * One figure.
     *
     * @param field its line
     * @param before null: blank
     * @param after what would stand there
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Change(String field, @Nullable BigDecimal before, BigDecimal after) {}
}

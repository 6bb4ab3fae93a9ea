package vn.toam.exchange;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
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
 * @param before what stood there instead of {@code texts}
 * @param same figures of the file that stand there already
 * @param checks ids of the form's checks that its figures would break
 * @param faults why nothing of it is taken; empty: it can be
 * @param choices units that may be meant, where the row names none
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
        Map<String, String> before,
        int same,
        List<String> checks,
        List<Fault> faults,
        List<Choice> choices) {

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
     * @param raw the text of the file, where it is not spelt like that
     * @param last the figure of the year before; null: not known
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Change(
            String field,
            @Nullable BigDecimal before,
            BigDecimal after,
            @Nullable String raw,
            @Nullable BigDecimal last) {}

    /** A unit to choose by hand. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Choice(String code, String name) {

        static Choice of(Asked unit) {
            return new Choice(unit.code(), unit.fullName() + (unit.over().isEmpty() ? "" : ", " + unit.over()));
        }
    }

    /** The same, of which nothing is taken. */
    Entry refused(Fault fault) {
        List<Fault> all = new ArrayList<>(faults);
        all.add(fault);
        return new Entry(
                unit,
                province,
                name,
                row,
                version,
                Status.WRONG,
                changes,
                texts,
                before,
                same,
                List.of(),
                all,
                choices);
    }
}

package vn.toam.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.RecordCount;
import vn.toam.shared.Text;

/** Figures for lines of forms that are counted from what is kept: records of registers, households, cases. Each module that keeps such things answers. */
public interface Counts {

    /**
     * A figure for a line.
     *
     * @param count what was counted: a key of the module that answers
     * @param from where it is counted, as people call it, such as the name of a register
     * @param unproven how many of it no file proves yet
     * @param records address of the list of what was counted
     */
    record Counted(int unit, String line, String count, Text from, BigDecimal figure, int unproven, String records) {}

    /**
     * A count that a unit may choose for a line of a form of its own.
     *
     * @param count as {@link Field#counted()} names it
     * @param from where it is counted
     * @param unit code of the unit of count; null: any
     */
    record Offered(
            String count,
            Text from,
            Text name,
            RecordCount.Of of,
            @Nullable String unit) {}

    /** The lines of forms of the country that this module can count. */
    Set<String> lines();

    /** True for a line that this module can count, of a unit's own form too. */
    default boolean counts(Field line) {
        return lines().contains(line.id());
    }

    /** What a unit may choose for lines of its own forms. */
    default List<Offered> offered(int unit) {
        return List.of();
    }

    /**
     * What is counted for units, each with what it was made of.
     *
     * @param lines the lines asked for; others are not counted
     * @param first first day of the window, for what happens; what there is is counted on {@code last}
     * @return a figure for every unit and line that this module counts, 0 included where records of the register are kept at all
     */
    List<Counted> of(Collection<Integer> units, Set<String> lines, LocalDate first, LocalDate last);
}

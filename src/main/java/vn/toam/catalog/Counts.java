package vn.toam.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    /** The lines that this module can count. */
    Set<String> lines();

    /**
     * What is counted for units, each with what it was made of.
     *
     * @param lines the lines asked for; others are not counted
     * @param first first day of the window, for what happens; what there is is counted on {@code last}
     * @return a figure for every unit and line that this module counts, 0 included where records of the register are kept at all
     */
    List<Counted> of(Collection<Integer> units, Set<String> lines, LocalDate first, LocalDate last);
}

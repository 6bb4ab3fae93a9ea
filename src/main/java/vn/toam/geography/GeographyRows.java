package vn.toam.geography;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Geography} is made of, column by column as it is read. Days are counted from 1970; the ends of time are the ends of an int.
 *
 * @param version count of changes at which all of this was so
 * @param acts resolutions and the day of each
 */
public record GeographyRows(
        long version,
        Units units,
        Names names,
        Parents parents,
        Links links,
        Map<String, Type> types,
        Map<String, @Nullable LocalDate> acts) {

    /** Every unit there ever was, in the order of ids. */
    public record Units(int[] id, String[] level, int[] province, int[] from, int[] to) {}

    /**
     * Every name, in the order of units and time.
     *
     * @param rank place among all names as people sort them; the same for the same name
     */
    public record Names(
            int[] unit,
            int[] from,
            int[] to,
            String[] code,
            String[] altCode,
            String[] type,
            String[] name,
            String[] act,
            int[] rank) {}

    /** Which unit lay directly in which. */
    public record Parents(int[] unit, int[] from, int[] to, int[] parent) {}

    /** What went from which unit to which, in the order of the old ones. @param households -1: not known */
    public record Links(
            int[] from, int[] to, String[] share, int[] on, int[] households, String[] act, String[] clause) {}

    /** @param englishFirst "Village 1" rather than "Tan Yen District" */
    public record Type(String vi, String en, boolean englishFirst, boolean urban) {}
}

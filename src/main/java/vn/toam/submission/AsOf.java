package vn.toam.submission;

/**
 * Until when the states of some units are known, where not all are those of the end of the year.
 *
 * @param first the earliest part of the year among the latest ones of each unit: 1 to 4 a quarter, 5 and 6 a half-year
 * @param last the latest of them
 */
public record AsOf(int first, int last) {

    /** Of both together. */
    public AsOf and(AsOf other) {
        return new AsOf(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** True when every unit is known to the end of the year: nothing is to be said. */
    public boolean wholeYear() {
        return first == YearFigures.last(first);
    }
}

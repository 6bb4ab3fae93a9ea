package vn.toam.indicator;

import org.jspecify.annotations.Nullable;
import vn.toam.submission.AsOf;

/**
 * How much of what a figure should count is in it. The one definition for pages, files, reports and other systems.
 *
 * @param received units whose accepted figures are in it with their whole territory and the whole year
 * @param expected units that existed in the borders of the year's returns and must report, asked or not
 * @param least of a hundred, how many are needed before it is judged, ranked or compared
 * @param asOf until when the states in it are known; null: to the end of the year, or there are none
 */
public record Coverage(
        int received, int expected, int least, @Nullable AsOf asOf) {

    public Coverage(int received, int expected, int least) {
        this(received, expected, least, null);
    }

    Coverage asOf(@Nullable AsOf known) {
        return new Coverage(received, expected, least, known);
    }

    /** Message key of until when its states are known; names the earliest and the latest part of the year. */
    public String asOfKey() {
        return asOf != null && asOf.first() == asOf.last() ? "indicator.asOf" : "indicator.asOf.several";
    }

    /** Share received, 0 to 100, rounded down so that 100 means all. */
    public int percent() {
        return expected == 0 ? 0 : (int) Math.min(100, received * 100L / expected);
    }

    /** True when every unit is in it. */
    public boolean whole() {
        return expected > 0 && received >= expected;
    }

    /** True when the figure says too little to be judged, ranked or compared. */
    public boolean provisional() {
        return expected == 0 || received * 100L < (long) expected * least;
    }
}

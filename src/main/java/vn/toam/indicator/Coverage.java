package vn.toam.indicator;

/**
 * How much of what a figure should count is in it. The one definition for pages, files, reports and other systems.
 *
 * @param received units whose accepted figures are in it with their whole territory and the whole year
 * @param expected units that existed in the borders of the year's returns and must report, asked or not
 * @param least of a hundred, how many are needed before it is judged, ranked or compared
 */
public record Coverage(int received, int expected, int least) {

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

package vn.toam.analytics;

import java.time.Instant;
import java.util.List;

/**
 * Whether the installation is well.
 *
 * @param checks comparisons of kept sums with the returns they come from, newest first
 * @param freeBytes left on the disk of the data folder
 * @param diskBytes size of that disk
 */
public record HealthView(List<Check> checks, long freeBytes, long diskBytes) {

    /**
     * One comparison.
     *
     * @param compared provinces and years
     * @param named the first of the differences: what is kept, and what the returns give
     */
    public record Check(Instant at, int compared, int differences, List<String> named) {}

    /** Share of the disk that is free, 0 to 100. */
    public int freePercent() {
        return diskBytes == 0 ? 0 : (int) (freeBytes * 100 / diskBytes);
    }
}

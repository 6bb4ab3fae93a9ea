package vn.toam.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param saved units whose figures were entered
 * @param figures figures entered
 * @param same units that had these figures already
 * @param left units of which nothing was taken, with the reasons; at most some hundred are kept
 * @param problem why the file could not be read; null: it could
 */
public record Outcome(
        int saved,
        int figures,
        int same,
        List<Left> left,
        @Nullable Fault problem) {

    /** A unit left as it was. */
    public record Left(String unit, List<Fault> faults) {}
}

package vn.toam.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param saved entries that were saved, or taken back
 * @param values of theirs
 * @param same entries that stood there already
 * @param left entries of which nothing was taken, with the reasons; at most some hundred are kept
 * @param problem why the file could not be read; null: it could
 */
public record Outcome(
        int saved,
        int values,
        int same,
        List<Left> left,
        @Nullable Fault problem) {

    /** Something left as it was. */
    public record Left(String name, List<Fault> faults) {}
}

package vn.toam.plancontent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.document.Document;
import vn.toam.shared.Text;

/**
 * Something that became of a plan.
 *
 * @param name who did it, as shown to others
 * @param document the paper that says so; null when there is none
 * @param lines what it changed, piece by piece
 */
public record Change(
        Kind kind,
        Instant at,
        String name,
        String reason,
        @Nullable Document document,
        List<Line> lines) {

    /** What happened. */
    public enum Kind {
        SUBMITTED,
        RETURNED,
        ISSUED,
        AMENDED,
        WITHDRAWN,
        REASSIGNED
    }

    /** What happened to a piece of the plan. */
    public enum What {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A piece of the plan that changed.
     *
     * @param before as it was, {@code after} as it is; null: it was not, or is no more
     */
    public record Line(
            What what,
            ElementKind kind,
            String ref,
            @Nullable Text before,
            @Nullable Text after,
            String detail) {}
}

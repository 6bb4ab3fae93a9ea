package vn.toam.title;

import java.util.List;

/**
 * Whether a household meets a set, and what speaks against it.
 *
 * @param open something that the set asks for was not said: neither met nor missed
 */
public record Verdict(List<Ground> against, List<String> open) {

    /** Why a set is not met. */
    public enum Kind {
        /** A criterion is not met; {@link Ground#of} is its id. */
        CRITERION,
        /** Fewer points than the total asks for. */
        TOTAL,
        /** A standard brings less than its least share; {@link Ground#of} is its id. */
        STANDARD,
        /** Too few came to the meeting. */
        ATTENDANCE,
        /** Too few agreed. */
        AGREEMENT
    }

    public record Ground(Kind kind, String of) {}

    public Verdict {
        against = List.copyOf(against);
        open = List.copyOf(open);
    }

    /** Everything was said, and nothing speaks against it. */
    public boolean meets() {
        return against.isEmpty() && open.isEmpty();
    }
}

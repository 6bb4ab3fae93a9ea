package vn.toam.plan;

import java.util.Set;

/** Life of a plan, with its transition table. */
public enum PlanStatus {
    /** Being read and checked; binds nobody. */
    DRAFT,
    /** In force. */
    ISSUED,
    /** Its period is over, or a later plan took its place. */
    ENDED;

    /** The states it may pass to. */
    Set<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(ISSUED);
            case ISSUED -> Set.of(ENDED);
            case ENDED -> Set.of();
        };
    }
}

package vn.toam.plancontent;

import java.util.Set;

/** Life of a plan, with its transition table. */
public enum PlanStatus {
    /** Being read and checked; binds nobody. */
    DRAFT,
    /** Checked, waiting for the leader who issues it; binds nobody. */
    SUBMITTED,
    /** In force. */
    ISSUED,
    /** Its period is over, or a later plan took its place. */
    ENDED,
    /** Taken back; what was open of it is owed no longer. */
    WITHDRAWN;

    /** The states it may pass to. */
    public Set<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(SUBMITTED, ISSUED);
            case SUBMITTED -> Set.of(DRAFT, ISSUED);
            case ISSUED -> Set.of(ENDED, WITHDRAWN);
            case ENDED, WITHDRAWN -> Set.of();
        };
    }
}

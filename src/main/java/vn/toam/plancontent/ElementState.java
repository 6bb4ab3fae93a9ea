package vn.toam.plancontent;

import java.util.Set;

/** What people decided about an element, with its transition table. */
public enum ElementState {
    /** Found by the reader, not yet looked at. */
    SUGGESTED,
    /** Somebody says it is so. */
    ACCEPTED,
    /** Somebody says it is not part of the plan; kept, so that it can be restored. */
    DROPPED;

    /** The states it may pass to. */
    public Set<ElementState> next() {
        return switch (this) {
            case SUGGESTED -> Set.of(ACCEPTED, DROPPED);
            case ACCEPTED -> Set.of(SUGGESTED, DROPPED);
            case DROPPED -> Set.of(SUGGESTED, ACCEPTED);
        };
    }
}

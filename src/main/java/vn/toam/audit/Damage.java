package vn.toam.audit;

import java.util.UUID;

/**
 * A place where the trail is not what was written.
 *
 * @param chain the account whose chain it is
 * @param n number of the link in that chain
 * @param kind what is wrong there
 */
public record Damage(UUID chain, long n, Kind kind) {

    /** What can be wrong with a link. */
    public enum Kind {
        /** The entry's content does not match its hash. */
        CHANGED,
        /** The entry does not follow the one before it: something between was taken out or put in. */
        GAP,
        /** The newest entries of the chain are gone. */
        CUT
    }
}

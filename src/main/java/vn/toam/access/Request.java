package vn.toam.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one administrator asks and another decides.
 *
 * @param account whose role, password or state it is
 * @param grant the role asked for; null: none
 * @param asked the account that asks; it does not decide
 */
public record Request(
        UUID id,
        Kind kind,
        UUID account,
        @Nullable Grant grant,
        UUID asked,
        String askedName,
        Instant at,
        Instant until) {

    /** What is asked for. */
    public enum Kind {
        /** A role that administers, or reaches the whole country. */
        GRANT,
        /** A password for one use for an administrator. */
        RESET,
        /** An administrator may sign in again. */
        OPEN
    }
}

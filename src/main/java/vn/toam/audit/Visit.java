package vn.toam.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something read, taken away or refused.
 *
 * @param account who; null: nobody signed in
 * @param address from where
 * @param path what, without what was typed into it
 */
public record Visit(
        Instant at,
        Kind kind,
        @Nullable UUID account,
        String accountName,
        @Nullable Integer unit,
        String address,
        String method,
        String path,
        int status) {

    /** What was done. */
    public enum Kind {
        /** A page was read. */
        READ,
        /** A file was downloaded, or figures were taken by another system. */
        TAKEN,
        /** It was not allowed. */
        REFUSED,
        /** So many (the status) could not be noted: the log says so itself. */
        LOST
    }
}

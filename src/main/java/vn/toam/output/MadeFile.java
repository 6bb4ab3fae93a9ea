package vn.toam.output;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was handed out; its contents never change.
 *
 * @param plan the plan reported on, {@code year} the year
 * @param name file name
 * @param sha256 fingerprint of its bytes, 64 hex digits
 * @param size bytes
 * @param madeBy who made it first, as shown to others
 */
public record MadeFile(
        UUID id,
        UUID plan,
        int year,
        FileKind kind,
        String name,
        String sha256,
        int size,
        String madeBy,
        Instant madeAt) {}

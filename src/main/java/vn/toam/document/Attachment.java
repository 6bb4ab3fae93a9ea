package vn.toam.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file.
 *
 * @param mediaType as told by its content, never by the sender
 * @param size bytes
 * @param sha256 64 hex digits: the same file is recognised, a changed one too
 */
public record Attachment(UUID id, String name, String mediaType, long size, String sha256, Instant at) {

    /** Largest file taken, 25 MB. */
    public static final int MAX_BYTES = 25 * 1024 * 1024;
}

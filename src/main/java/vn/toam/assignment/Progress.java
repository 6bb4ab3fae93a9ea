package vn.toam.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.document.Attachment;

/**
 * A step in the life of a duty.
 *
 * @param name who did it, as shown to others
 * @param status what was reported; null when it was no report
 * @param records records of registers that the report names
 */
public record Progress(
        UUID id,
        Instant at,
        String name,
        DutyAction act,
        @Nullable DutyStatus status,
        String text,
        List<Attachment> files,
        List<UUID> records) {}

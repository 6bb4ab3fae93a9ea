package vn.toam.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing done.
 *
 * @param id grows with time
 * @param at when
 * @param account who; null: the system itself, or nobody signed in
 * @param accountName how the account was called then
 * @param action message key of the sentence that tells it: {@code <module>.audit.<verb>}
 * @param subjectKind what kind of thing, {@code plan}
 * @param subjectId which one
 * @param detail what a reader may want to know besides: old and new value, reason
 */
public record Entry(
        long id,
        Instant at,
        @Nullable UUID account,
        String accountName,
        String action,
        String subjectKind,
        String subjectId,
        Map<String, Object> detail) {}

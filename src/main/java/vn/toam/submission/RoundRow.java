package vn.toam.submission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission in a list.
 *
 * @param unit who reports
 * @param name its full name on the day of the round's geography
 * @param above the unit directly above it then
 * @param receiver the unit that accepts
 * @param status where it stands
 * @param untouched nobody has typed anything
 * @param counted its figures count
 * @param sentAt first sent; null: never
 * @param changedAt last change
 * @param differences of one that was sent: lines whose figure is not what was counted from records
 */
public record RoundRow(
        int unit,
        String name,
        int above,
        int receiver,
        SubmissionStatus status,
        boolean untouched,
        boolean counted,
        @Nullable Instant sentAt,
        Instant changedAt,
        List<Difference> differences) {}

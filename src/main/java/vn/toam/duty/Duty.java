package vn.toam.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.plan.DutyKind;
import vn.toam.plan.Frequency;
import vn.toam.plan.Role;
import vn.toam.shared.Text;

/**
 * What one agency owes for one assignment in one year.
 *
 * @param planName short name of the plan
 * @param planUnit whose plan it is
 * @param ref number of the task in the paper
 * @param text the task
 * @param label the agency or collective as the paper names it
 * @param evidence code of {@code evidence-kinds}; null when none is named
 * @param agency who owes it
 * @param due last day
 * @param lastText what was reported last, {@code lastAt} when
 * @param urges how often it was urged, {@code urgedAt} when last
 */
public record Duty(
        UUID id,
        UUID plan,
        Text planName,
        int planUnit,
        UUID element,
        String ref,
        Text text,
        String label,
        Role role,
        DutyKind kind,
        Frequency frequency,
        @Nullable String evidence,
        int agency,
        int year,
        LocalDate due,
        DutyStatus status,
        int version,
        @Nullable String lastText,
        @Nullable Instant lastAt,
        int urges,
        @Nullable Instant urgedAt) {

    /** True when it is not done and its day has passed. */
    public boolean overdue(LocalDate today) {
        return status != DutyStatus.DONE && due.isBefore(today);
    }

    /** True when it is not done and falls due within a month. */
    public boolean soon(LocalDate today) {
        return status != DutyStatus.DONE && !due.isBefore(today) && due.isBefore(today.plusDays(31));
    }
}

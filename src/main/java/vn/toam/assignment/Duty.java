package vn.toam.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.WorkDays;
import vn.toam.plancontent.DutyKind;
import vn.toam.plancontent.Frequency;
import vn.toam.plancontent.Role;
import vn.toam.shared.Text;

/**
 * What one agency owes for one assignment in one year.
 *
 * @param planName short name of the plan
 * @param planUnit whose plan it is
 * @param giver the agency that carries the plan and confirms what is done; null while it is not known
 * @param ref number of the task in the paper
 * @param text the task
 * @param label the agency or collective as the paper names it
 * @param evidence code of {@code evidence-kinds}; null when none is named
 * @param agency who owes it
 * @param part which time of the year, from 0
 * @param due last day as it is now
 * @param status what the agency says
 * @param course where it stands officially
 * @param lastText what was reported last, {@code lastAt} when; null also for those who may not read it
 * @param urges how often it was urged, {@code urgedAt} when last
 */
public record Duty(
        UUID id,
        UUID plan,
        Text planName,
        int planUnit,
        @Nullable Integer giver,
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
        int part,
        LocalDate due,
        DutyStatus status,
        Course course,
        int version,
        @Nullable String lastText,
        @Nullable Instant lastAt,
        int urges,
        @Nullable Instant urgedAt) {

    /** The agency is asked, not ordered: it answers or not, and is never late. */
    public boolean requested() {
        return role == Role.REQUESTED;
    }

    public Stage stage() {
        return course.stage();
    }

    /** The word for it on a day. */
    public Timeliness timeliness(WorkDays days, LocalDate today) {
        if (requested() && course.stage() != Stage.PAUSED && course.stage() != Stage.CANCELLED) {
            return course.stage() == Stage.NEW || course.stage() == Stage.RECEIVED
                    ? Timeliness.NOT_ANSWERED
                    : Timeliness.ANSWERED;
        }
        return course.timeliness(days, today);
    }

    /** Working days too late; 0 for a body that is asked. */
    public int late(WorkDays days, LocalDate today) {
        return requested() ? 0 : course.late(days, today);
    }

    /** True when it is not done and its day has passed. */
    public boolean overdue(LocalDate today) {
        return !requested() && course.stage().running() && today.isAfter(course.effective());
    }

    /** True when it is left over from a year before. */
    public boolean carried(LocalDate today) {
        return year < today.getYear() && course.stage().open();
    }

    /** The same without what only those concerned may read. */
    public Duty masked() {
        return new Duty(
                id, plan, planName, planUnit, giver, element, ref, text, label, role, kind, frequency, evidence, agency,
                year, part, due, status, course, version, null, null, urges, urgedAt);
    }
}

package vn.toam.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toam.plancontent.Plan;

/** A plan in the list, with the figures people look for first. */
public record PlanCard(Plan plan, Figures figures) {

    /**
     * @param targets targets and trends
     * @param duties what agencies owe in the year, {@code done} of it, {@code overdue} of it
     * @param nextDue the next day something falls due that is not done; null when nothing does
     * @param open elements nobody has looked at yet, of a draft
     */
    public record Figures(
            int targets,
            int duties,
            int done,
            int overdue,
            @Nullable LocalDate nextDue,
            int open) {}
}

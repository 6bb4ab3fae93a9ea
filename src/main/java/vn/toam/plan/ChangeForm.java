package vn.toam.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;

/**
 * Why a plan in force is changed, and by which paper; everything as typed.
 *
 * @param number of the paper; blank when there is none
 * @param unresolved go on although nobody is found for some tasks
 */
public record ChangeForm(
        String reason, String number, @Nullable LocalDate date, boolean unresolved) {

    private static final int LONGEST = 1_000;

    /** @throws Rejected when no reason is given, or a date without a number */
    void check() {
        List<Problem> problems = new ArrayList<>();
        if (reason.isBlank()) {
            problems.add(new Problem("reason", "plan.change.reason.missing", List.of()));
        } else if (reason.length() > LONGEST) {
            problems.add(new Problem("reason", "plan.change.reason.long", List.of(LONGEST)));
        }
        if (number.isBlank() && date != null) {
            problems.add(new Problem("number", "plan.change.number.missing", List.of()));
        }
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}

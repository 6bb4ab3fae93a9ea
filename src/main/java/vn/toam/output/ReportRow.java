package vn.toam.output;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A programme's report in the list.
 *
 * @param plan the programme's plan
 * @param name its short name
 * @param place whose plan it is
 * @param year the year shown: the last of which at least half of the figures are accepted, else the last of its period
 *     that has begun
 * @param years all years that can be reported on, newest first
 * @param counted submissions accepted for that year, of {@code expected}
 * @param written passages written, of {@code passages}
 * @param last the file made last, null when none was
 * @param demo its figures are made up
 */
public record ReportRow(
        UUID plan,
        Text name,
        String place,
        int year,
        List<Integer> years,
        int counted,
        int expected,
        int written,
        int passages,
        @Nullable MadeFile last,
        boolean demo) {

    /** Address of the report's page. */
    public String address(int ofYear) {
        return "/output/" + plan + "/" + ofYear;
    }
}

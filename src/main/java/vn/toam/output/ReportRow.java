package vn.toam.output;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;
import vn.toam.shared.VietnameseOrder;

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

    /** What the list can be sorted by. */
    public enum Column {
        PLACE(Comparator.comparing(ReportRow::place, VietnameseOrder.NAMES)),
        NAME(Comparator.comparing(row -> row.name().vi(), VietnameseOrder.NAMES)),
        FIGURES(Comparator.comparingDouble(row -> row.expected() == 0 ? -1 : (double) row.counted() / row.expected())),
        PASSAGES(Comparator.comparingInt(ReportRow::written)),
        FILE(Comparator.comparing(
                row -> row.last() == null ? Instant.MIN : row.last().madeAt()));

        private final transient Comparator<ReportRow> order;

        Column(Comparator<ReportRow> order) {
            this.order = order;
        }

        /** The order of the column, then by place and by name. */
        Comparator<ReportRow> order(boolean down) {
            return (down ? order.reversed() : order).thenComparing(PLACE.order).thenComparing(NAME.order);
        }
    }

    /** Address of the report's page. */
    public String address(int ofYear) {
        return "/output/" + plan + "/" + ofYear;
    }
}

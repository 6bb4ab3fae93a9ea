package vn.toam.home;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.audit.Visit;
import vn.toam.audit.Wanted;
import vn.toam.shared.Slice;
import vn.toam.shared.SortOrder;

/** A page of who read, took or was refused what. */
public record VisitsView(Asked asked, Slice<Visit> slice) {

    /** What is looked for; empty and null: anything. */
    public record Asked(
            String name,
            String kind,
            String address,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean down) {

        public boolean narrow() {
            return !name.isBlank() || !kind.isBlank() || !address.isBlank() || from != null || to != null;
        }
    }

    /** What was asked for, without the ids that say nothing to a person. */
    public String shown(Visit visit) {
        return visit.path().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…");
    }

    /** How the page is sorted, with everything that was asked for. */
    public SortOrder<Wanted.Column> order() {
        Map<String, Object> narrowed = new LinkedHashMap<>();
        narrowed.put("name", asked.name());
        narrowed.put("kind", asked.kind());
        narrowed.put("address", asked.address());
        narrowed.put("from", date(asked.from()));
        narrowed.put("to", date(asked.to()));
        return SortOrder.of("/audit/visits", narrowed, Wanted.Column.WHEN, asked.down());
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}

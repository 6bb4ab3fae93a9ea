package vn.toam.home;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.audit.Wanted;
import vn.toam.shared.Slice;
import vn.toam.shared.SortOrder;

/**
 * A page of the trail.
 *
 * @param kinds of things that can be chosen; message keys {@code analytics.trail.kind.*}
 * @param everywhere false: only what accounts of the reader's own place did
 */
public record TrailView(Asked asked, List<String> kinds, Slice<Line> slice, boolean everywhere) {

    /** What is looked for; empty and null: anything. */
    public record Asked(
            String name,
            String kind,
            String id,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean down) {

        public boolean narrow() {
            return !name.isBlank() || !kind.isBlank() || !id.isBlank() || from != null || to != null;
        }
    }

    /**
     * One thing done.
     *
     * @param action message key of its sentence
     * @param kind of the thing; empty: one that is not known any more
     * @param link the page of the thing; null: it has none
     */
    public record Line(
            Instant at,
            String name,
            String action,
            String kind,
            String id,
            @Nullable String link) {}

    /** How the page is sorted, with everything that was asked for. */
    public SortOrder<Wanted.Column> order() {
        Map<String, Object> narrowed = new LinkedHashMap<>();
        narrowed.put("name", asked.name());
        narrowed.put("kind", asked.kind());
        narrowed.put("id", asked.id());
        narrowed.put("from", date(asked.from()));
        narrowed.put("to", date(asked.to()));
        return SortOrder.of("/audit", narrowed, Wanted.Column.WHEN, asked.down());
    }

    /** The search for one thing alone. */
    public String only(Line line) {
        return "/audit?kind=" + line.kind() + "&id=" + URLEncoder.encode(line.id(), StandardCharsets.UTF_8);
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}

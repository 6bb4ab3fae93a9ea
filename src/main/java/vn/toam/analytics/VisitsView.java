package vn.toam.analytics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toam.audit.Visit;
import vn.toam.shared.Slice;

/** A page of who read, took or was refused what. */
public record VisitsView(Asked asked, Slice<Visit> slice) {

    /** What is looked for; empty and null: anything. */
    public record Asked(
            String name,
            String kind,
            String address,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public boolean narrow() {
            return !name.isBlank() || !kind.isBlank() || !address.isBlank() || from != null || to != null;
        }
    }

    /** What was asked for, without the ids that say nothing to a person. */
    public String shown(Visit visit) {
        return visit.path().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…");
    }

    /** The page's own address, for other pages of the same search. */
    public String link() {
        return "/audit/visits?name=" + URLEncoder.encode(asked.name(), StandardCharsets.UTF_8) + "&kind="
                + URLEncoder.encode(asked.kind(), StandardCharsets.UTF_8) + "&address="
                + URLEncoder.encode(asked.address(), StandardCharsets.UTF_8) + "&from=" + date(asked.from()) + "&to="
                + date(asked.to()) + "&";
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}

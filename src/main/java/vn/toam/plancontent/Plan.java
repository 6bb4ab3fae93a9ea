package vn.toam.plancontent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.document.Document;
import vn.toam.encoding.Note;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;

/**
 * A plan of family work.
 *
 * @param unit whose plan it is
 * @param leadAgency the agency that carries it day by day; null until it is known
 * @param document its paper
 * @param name a short name; the paper's title when nobody gave one
 * @param periodFrom first year, {@code periodTo} last year
 * @param upper the plan above that it makes concrete
 * @param programme id in the catalog when it came from there
 * @param standingAgency the standing agency as the paper names it
 * @param notes what the reader said about the whole paper
 * @param demo part of a demonstration, no real plan of this installation
 */
public record Plan(
        UUID id,
        int unit,
        @Nullable Integer leadAgency,
        Document document,
        Text name,
        int periodFrom,
        int periodTo,
        PlanStatus status,
        @Nullable UUID upper,
        @Nullable String programme,
        @Nullable String standingAgency,
        List<Note> notes,
        boolean demo,
        int version,
        @Nullable Instant issuedAt)
        implements Subject {

    /** True while it binds nobody. */
    public boolean draft() {
        return status == PlanStatus.DRAFT || status == PlanStatus.SUBMITTED;
    }

    /** True while agencies owe what it asks. */
    public boolean inForce() {
        return status == PlanStatus.ISSUED;
    }

    /** The paper's id. */
    public UUID paper() {
        UUID paper = document.id();
        if (paper == null) {
            throw new IllegalStateException("a plan's paper is always kept");
        }
        return paper;
    }

    /** The day whose agencies it means: that of its paper, or the end of its first year. */
    public LocalDate meantOn() {
        LocalDate issued = document.issuedOn();
        return issued == null ? LocalDate.of(periodFrom, 12, 31) : issued;
    }

    /** True when {@code year} lies in its period. */
    public boolean covers(int year) {
        return periodFrom <= year && year <= periodTo;
    }

    /** The year of its period that is nearest to {@code year}. */
    public int clamp(int year) {
        return Math.clamp(year, periodFrom, periodTo);
    }

    /** Its period as written: "2021–2030", or the one year. */
    public String period() {
        return periodFrom == periodTo ? String.valueOf(periodFrom) : periodFrom + "–" + periodTo;
    }

    /** Type and number of its paper; the type alone while it has no number. */
    public String paperLabel() {
        return document.number() == null ? document.type() : document.label();
    }

    /** The years it covers, first to last. */
    public List<Integer> years() {
        return java.util.stream.IntStream.rangeClosed(periodFrom, periodTo)
                .boxed()
                .toList();
    }

    /** A plan was taken back; told within the transaction that does it: what is open of it is owed no longer. */
    public record Withdrawn(Plan plan, String reason) {}
}

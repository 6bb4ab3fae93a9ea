package vn.toam.definition;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * What a title asks for in one place and time: standards with criteria, how they are scored, what the meeting must agree to and the terms of
 * the papers. A set that was used is never edited, the next version is (Decree 86/2023/NĐ-CP; points by decisions of provinces).
 *
 * @param model code of a named model of an association; only for {@link Title#MODEL}
 * @param meeting null where no meeting of households votes
 * @param postingDays days for which the list hangs out before it may be filed
 * @param decideDays days in which a full file is decided
 * @param finishBy last day of the year on which a meeting may review
 */
public record CriteriaSet(
        String id,
        int version,
        Text name,
        List<Source> source,
        Title title,
        @Nullable String model,
        Valid valid,
        Scoring scoring,
        List<Standard> standards,
        List<Pass> pass,
        @Nullable Meeting meeting,
        int postingDays,
        int decideDays,
        MonthDay finishBy)
        implements Definition {

    /** Who bears the title. */
    public enum Title {
        FAMILY,
        VILLAGE,
        COMMUNE,
        MODEL
    }

    /** Whether criteria are met or not, or bring points. */
    public enum Scoring {
        NONE,
        POINTS
    }

    /** Whose share must agree at the meeting. */
    public enum Base {
        PRESENT,
        ALL_HOUSEHOLDS
    }

    /** Years and place; {@code oldProvince} is the code of the province before the mergers of 2025 whose decision it is, null: the country. */
    public record Valid(
            @Nullable String oldProvince,
            int from,
            @Nullable Integer to) {

        /** Does it hold in that year? */
        public boolean in(int year) {
            return year >= from && (to == null || year <= to);
        }
    }

    /** @param max points that its criteria bring together; null where nothing is scored */
    public record Standard(String id, Text name, @Nullable BigDecimal max, List<Criterion> criteria) {

        public Standard {
            criteria = criteria == null ? List.of() : List.copyOf(criteria);
        }
    }

    /**
     * @param max most points; null where it is met or not
     * @param appraiser agency that says whether it is met, such as the police; null: the meeting
     */
    public record Criterion(
            String id,
            Text name,
            @Nullable BigDecimal max,
            @Nullable String appraiser) {}

    /**
     * One way to pass; the first whose area is the household's applies, one without an area is for all others.
     *
     * @param areas classes of difficult area
     * @param total least points; null: all criteria are to be met
     * @param standardShare least part of the most points of every standard, 0 to 1
     */
    public record Pass(
            List<String> areas,
            @Nullable BigDecimal total,
            @Nullable BigDecimal standardShare) {

        public Pass {
            areas = areas == null ? List.of() : List.copyOf(areas);
        }
    }

    /**
     * @param attendance least part of those called who must be there, 0 to 1; null: not laid down
     * @param agree least part that must agree, 0 to 1
     */
    public record Meeting(@Nullable BigDecimal attendance, BigDecimal agree, Base of) {}

    public CriteriaSet {
        source = source == null ? List.of() : List.copyOf(source);
        standards = standards == null ? List.of() : List.copyOf(standards);
        pass = pass == null ? List.of() : List.copyOf(pass);
    }

    /** All criteria, in the order of the paper. */
    public Stream<Criterion> criteria() {
        return standards.stream().flatMap(standard -> standard.criteria().stream());
    }

    /** The criterion of that id. */
    public Optional<Criterion> criterion(String id) {
        return criteria().filter(criterion -> criterion.id().equals(id)).findFirst();
    }

    /** The way to pass that applies where these areas are. */
    public Optional<Pass> passOf(java.util.Collection<String> areas) {
        return pass.stream()
                .filter(way -> way.areas().isEmpty() || way.areas().stream().anyMatch(areas::contains))
                .findFirst();
    }

    /** Whether each standard is filled down to its criteria: a set that is not cannot be used for a round. */
    public boolean complete() {
        return !standards.isEmpty() && standards.stream().allMatch(CriteriaSet::filled);
    }

    private static boolean filled(Standard standard) {
        if (standard.criteria().isEmpty()) {
            return false;
        }
        BigDecimal most = standard.max();
        return most == null
                || standard.criteria().stream()
                                .map(criterion -> criterion.max() == null ? BigDecimal.ZERO : criterion.max())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(most)
                        == 0;
    }
}

package vn.toam.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Rejected.Problem;

/** What a household is by a list or a decision, or what its members make of it. The order is that of the bits of a frozen year: only add. */
public enum Flag {
    POOR,
    NEAR_POOR,
    POLICY,
    DIFFICULTY,
    DISABLED,
    ETHNIC_MINORITY,
    /** Somebody of 60 or more lives in it. */
    ELDERLY,
    /** Somebody under 16 lives in it. */
    CHILD,
    ONE_PARENT;

    /** Why life is difficult where no list of the law says so. */
    public enum Cause {
        ILLNESS,
        DISASTER,
        ORPHAN,
        SINGLE_OLD,
        OTHER
    }

    /**
     * A flag on the days [first, until).
     *
     * @param decision number of the decision or list
     * @param cause of difficulty alone
     */
    public record Span(
            UUID household,
            Flag flag,
            LocalDate first,
            LocalDate until,
            String decision,
            @Nullable Cause cause) {

        public boolean on(LocalDate day) {
            return !day.isBefore(first) && day.isBefore(until);
        }
    }

    /** Said by somebody, with a proof; the others follow from who lives there on the day that is asked. */
    public boolean stated() {
        return ordinal() < ELDERLY.ordinal();
    }

    /** A decision about poverty holds until the next one: a household is poor or near poor, never both. */
    boolean ends(Flag other) {
        return this == other || this == POOR && other == NEAR_POOR || this == NEAR_POOR && other == POOR;
    }

    /** The first day it holds no longer, when it is said from a day on: difficulty is asked again after a year. */
    LocalDate until(LocalDate first) {
        return this == DIFFICULTY ? first.plusYears(1) : LocalDate.MAX;
    }

    private boolean decided() {
        return this == POOR || this == NEAR_POOR || this == POLICY;
    }

    /** What is wrong with saying it so, by field. */
    List<Problem> problems(String decision, @Nullable Cause cause) {
        List<Problem> problems = new ArrayList<>();
        if (!stated()) {
            problems.add(new Problem("flag", "household.problem.flag.derived", List.of()));
        }
        if (decided() && decision.isBlank()) {
            problems.add(new Problem("decision", "household.problem.flag.decision", List.of()));
        }
        if ((this == DIFFICULTY) != (cause != null)) {
            problems.add(new Problem(
                    "cause",
                    this == DIFFICULTY ? "household.problem.flag.cause" : "household.problem.flag.noCause",
                    List.of()));
        }
        return problems;
    }

    static int bits(Collection<Flag> flags) {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= 1 << flag.ordinal();
        }
        return bits;
    }

    static List<Flag> of(int bits) {
        return List.of(values()).stream()
                .filter(flag -> (bits & 1 << flag.ordinal()) != 0)
                .toList();
    }
}

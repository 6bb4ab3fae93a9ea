package vn.toam.title;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.CriteriaSet;

/**
 * The course of one village through one year's round, by the days on its papers. A state follows from the days: what has no day has not
 * happened. Days that the set forbids are refused before they are kept, so that a course is always lawful.
 *
 * @param called day on which households were called to the meeting
 * @param met day of the meeting
 * @param posted first day on which the list hangs out
 * @param filed day on which the village's file reached the commune
 * @param decided day of the commune's decision
 */
public record VillageCourse(
        int year,
        @Nullable LocalDate called,
        @Nullable LocalDate met,
        @Nullable LocalDate posted,
        @Nullable LocalDate filed,
        @Nullable LocalDate decided) {

    /** Days before a meeting on which households are called to it (Decree 59/2023/NĐ-CP, Article 3, by analogy). */
    static final int CALLED_BEFORE = 2;

    public enum State {
        NOT_STARTED,
        CALLED,
        MEETING_HELD,
        POSTED,
        FILED,
        DECIDED
    }

    /** What a course breaks. */
    public enum Fault {
        /** A step without the one before it. */
        ORDER,
        /** Called later than two days before the meeting. */
        CALLED_LATE,
        /** The meeting lies in another year or after the last day of the review. */
        REVIEW_OVER,
        /** Filed before the list has hung out for its days. */
        POSTED_TOO_SHORT,
        /** Filed with an objection that is not decided. */
        OBJECTION_OPEN
    }

    /** A village of that year that has not begun. */
    public static VillageCourse of(int year) {
        return new VillageCourse(year, null, null, null, null, null);
    }

    public State state() {
        if (decided != null) {
            return State.DECIDED;
        }
        if (filed != null) {
            return State.FILED;
        }
        if (posted != null) {
            return State.POSTED;
        }
        if (met != null) {
            return State.MEETING_HELD;
        }
        return called != null ? State.CALLED : State.NOT_STARTED;
    }

    /**
     * What a set says against these days.
     *
     * @param openObjections objections to the posted list that nobody has decided
     */
    public Set<Fault> faults(CriteriaSet set, int openObjections) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (!ordered(called, met) || !ordered(met, posted) || !ordered(posted, filed) || !ordered(filed, decided)) {
            faults.add(Fault.ORDER);
        }
        if (called != null && met != null && called.plusDays(CALLED_BEFORE).isAfter(met)) {
            faults.add(Fault.CALLED_LATE);
        }
        if (met != null && (met.getYear() != year || met.isAfter(set.finishBy().atYear(year)))) {
            faults.add(Fault.REVIEW_OVER);
        }
        LocalDate free = filedFrom(set);
        if (filed != null && free != null && filed.isBefore(free)) {
            faults.add(Fault.POSTED_TOO_SHORT);
        }
        if (filed != null && openObjections > 0) {
            faults.add(Fault.OBJECTION_OPEN);
        }
        return faults;
    }

    private static boolean ordered(@Nullable LocalDate first, @Nullable LocalDate next) {
        return next == null || first != null && !next.isBefore(first);
    }

    /** First day on which a posted list may be filed: the one after its last day of posting. */
    public @Nullable LocalDate filedFrom(CriteriaSet set) {
        return posted == null ? null : posted.plusDays(set.postingDays());
    }

    /** Last day on which the commune decides; null before it was filed. */
    public @Nullable LocalDate decideBy(CriteriaSet set) {
        return filed == null ? null : filed.plusDays(set.decideDays());
    }
}

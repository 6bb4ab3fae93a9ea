package vn.toam.definition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counting in working days: Monday to Friday without holidays, their compensations and days swapped off, with Saturdays swapped on. The day
 * on which a term is given does not count (Civil Code, Article 147); a term whose last day is none ends with the next working day (Article
 * 148). A year without a calendar of its own has the fixed holidays only and is not confirmed.
 */
public final class WorkDays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 2));
    private static final MonthDay CULTURE_DAY = MonthDay.of(11, 24);
    private static final LocalDate CULTURE_DAY_SINCE = LocalDate.of(2026, 7, 1);

    /** What "before the day d" asks for. */
    public enum Before {
        /** Whoever sends on d is in time. */
        DAY_ITSELF,
        /** The day before d is the last. */
        DAY_BEFORE
    }

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> on = new HashSet<>();
    private final Map<Integer, Boolean> confirmed = new HashMap<>();

    /**
     * @param years calendars, of any number of years and places
     * @param province code of the province whose own days count too; null: those of the country alone
     */
    public WorkDays(Collection<WorkYear> years, @Nullable String province) {
        for (WorkYear year : years) {
            if (year.province() == null) {
                confirmed.merge(year.year(), year.confirmed(), Boolean::logicalAnd);
            }
            if (year.province() == null || year.province().equals(province)) {
                add(year.off(), off);
                add(year.on(), on);
            }
        }
    }

    private static void add(List<WorkYear.Days> spans, Set<LocalDate> days) {
        spans.forEach(span -> span.from().datesUntil(span.last().plusDays(1)).forEach(days::add));
    }

    /** Do offices work on that day? */
    public boolean works(LocalDate day) {
        if (on.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !off.contains(day) && (confirmed.containsKey(day.getYear()) || !fixed(day));
    }

    private static boolean fixed(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return FIXED.contains(date) || date.equals(CULTURE_DAY) && !day.isBefore(CULTURE_DAY_SINCE);
    }

    /** The last day of a term of {@code count} working days given on {@code day}; negative counts back from it. */
    public LocalDate plus(LocalDate day, int count) {
        LocalDate reached = day;
        for (int left = Math.abs(count); left > 0; left--) {
            do {
                reached = reached.plusDays(count < 0 ? -1 : 1);
            } while (!works(reached));
        }
        return reached;
    }

    /** The last day of a term of {@code count} calendar days given on {@code day}. */
    public LocalDate plusDays(LocalDate day, int count) {
        return effective(day.plusDays(count));
    }

    /** The day up to which whatever is due on {@code due} is in time: itself, or the next working day. */
    public LocalDate effective(LocalDate due) {
        LocalDate reached = due;
        while (!works(reached)) {
            reached = reached.plusDays(1);
        }
        return reached;
    }

    /** The last day of "before {@code day}". */
    public LocalDate before(LocalDate day, Before means) {
        return effective(means == Before.DAY_ITSELF ? day : day.minusDays(1));
    }

    /** How many working days {@code day} lies after {@code from}: 0 on it and before it. */
    public int between(LocalDate from, LocalDate day) {
        return day.isAfter(from)
                ? (int) from.plusDays(1)
                        .datesUntil(day.plusDays(1))
                        .filter(this::works)
                        .count()
                : 0;
    }

    /** How many working days too late: those after the effective due day up to {@code day}. */
    public int late(LocalDate due, LocalDate day) {
        return between(effective(due), day);
    }

    /** False while the calendar of a year that the term touches has not been announced: the count is provisional. */
    public boolean confirmed(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!confirmed.getOrDefault(year, false)) {
                return false;
            }
        }
        return true;
    }
}

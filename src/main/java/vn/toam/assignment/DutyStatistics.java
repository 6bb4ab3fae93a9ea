package vn.toam.assignment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The four boxes in which the Government counts duties. Bodies that are asked and not ordered are in none of them.
 *
 * @param onTime done on time, {@code late} done late
 * @param inTime not done, in time; {@code overdue} not done, overdue
 * @param onTimeFirst done on time by the day first given
 * @param extended how many had their day moved
 * @param waiting of those done, how many nobody has confirmed yet
 * @param asked bodies asked, {@code answered} of them
 */
public record DutyStatistics(
        int onTime,
        int late,
        int inTime,
        int overdue,
        int onTimeFirst,
        int extended,
        int waiting,
        int asked,
        int answered) {

    public int all() {
        return onTime + late + inTime + overdue;
    }

    public int done() {
        return onTime + late;
    }

    /** What rates are divided by: done, or overdue. */
    public int fellDue() {
        return done() + overdue;
    }

    /** A: done of what is done or overdue, per cent; null while nothing has fallen due. */
    public @Nullable BigDecimal doneRate() {
        return percent(done());
    }

    /** B: done on time of what is done or overdue, per cent; null while nothing has fallen due. */
    public @Nullable BigDecimal onTimeRate() {
        return percent(onTime);
    }

    /** B₀: as B, by the days first given; null while nothing has fallen due, or when no day was moved. */
    public @Nullable BigDecimal firstRate() {
        return extended == 0 ? null : percent(onTimeFirst);
    }

    private @Nullable BigDecimal percent(int part) {
        return fellDue() == 0
                ? null
                : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(fellDue()), 2, RoundingMode.HALF_UP);
    }
}

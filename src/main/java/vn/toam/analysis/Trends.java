package vn.toam.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;
import vn.toam.target.Sentence;

/** Says in words how a series moves: on the year before, and for how many years in a row. */
final class Trends {

    private Trends() {}

    /** "giảm 4 năm liền"; null for fewer than two. */
    static @Nullable Sentence run(SortedMap<Integer, BigDecimal> series, int year) {
        int direction = direction(series, year);
        if (direction == Integer.MIN_VALUE) {
            return null;
        }
        int years = 1;
        while (direction(series, year - years) == direction) {
            years++;
        }
        String way = direction < 0 ? "fell" : direction > 0 ? "rose" : "same";
        return years == 1 ? null : Sentence.of("analysis.run." + way, years);
    }

    /** "giảm 3 vụ (12,5 %)" on the year before; null when there is none. */
    static @Nullable Sentence change(SortedMap<Integer, BigDecimal> series, int year, Text unit, boolean percent) {
        BigDecimal now = series.get(year);
        BigDecimal before = series.get(year - 1);
        if (now == null || before == null) {
            return null;
        }
        BigDecimal moved = now.subtract(before);
        if (moved.signum() == 0) {
            return Sentence.of("analysis.change.same", String.valueOf(year - 1));
        }
        String way = moved.signum() < 0 ? "analysis.change.fell" : "analysis.change.rose";
        if (percent) {
            return Sentence.of(way + ".points", moved.abs(), String.valueOf(year - 1));
        }
        if (before.signum() == 0) {
            return Sentence.of(way + ".fromNone", moved.abs(), unit, String.valueOf(year - 1));
        }
        BigDecimal share = moved.abs().movePointRight(2).divide(before.abs(), 1, RoundingMode.HALF_UP);
        return Sentence.of(way, moved.abs(), unit, share, String.valueOf(year - 1));
    }

    private static int direction(SortedMap<Integer, BigDecimal> series, int year) {
        BigDecimal now = series.get(year);
        BigDecimal before = series.get(year - 1);
        return now == null || before == null ? Integer.MIN_VALUE : Integer.signum(now.compareTo(before));
    }
}

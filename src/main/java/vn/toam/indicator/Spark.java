package vn.toam.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A small line of values over years, in a box of 100 by 30.
 *
 * @param points "x,y x,y …" for a polyline
 * @param lastX place of the newest value
 * @param lastY its height
 * @param line height of the target, or null
 * @param first first year
 * @param last last year
 */
public record Spark(
        String points, String lastX, String lastY, @Nullable String line, int first, int last) {

    private static final double WIDTH = 96;
    private static final double HEIGHT = 24;

    /** The line of a series, or null when there are not two values to join. */
    static @Nullable Spark of(SortedMap<Integer, BigDecimal> series, @Nullable BigDecimal target) {
        if (series.size() < 2) {
            return null;
        }
        double low = series.values().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .min()
                .orElse(0);
        double high = series.values().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        if (target != null) {
            low = Math.min(low, target.doubleValue());
            high = Math.max(high, target.doubleValue());
        }
        double span = high == low ? 1 : high - low;
        int from = series.firstKey();
        int to = series.lastKey();
        List<String> points = new ArrayList<>();
        String x = "";
        String y = "";
        for (var entry : series.entrySet()) {
            x = number(2 + WIDTH * (entry.getKey() - from) / (to - from));
            y = number(3 + HEIGHT * (high - entry.getValue().doubleValue()) / span);
            points.add(x + "," + y);
        }
        String line = target == null ? null : number(3 + HEIGHT * (high - target.doubleValue()) / span);
        return new Spark(String.join(" ", points), x, y, line, from, to);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

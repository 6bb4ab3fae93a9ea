package vn.toam.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A small line of values over years, in a box of 100 by 30.
 *
 * @param path the stretches between figures of enough units
 * @param thin "x,y x,y" of each stretch that leads to or from a provisional figure, each by itself
 * @param lastX place of the newest value
 * @param lastY its height
 * @param provisional the newest value is of too few units
 * @param line height of the target, or null
 * @param first first year
 * @param last last year
 */
public record Spark(
        String path,
        List<String> thin,
        String lastX,
        String lastY,
        boolean provisional,
        @Nullable String line,
        int first,
        int last) {

    private static final double WIDTH = 96;
    private static final double HEIGHT = 24;

    /** The line of a series, or null when there are not two values to join. */
    public static @Nullable Spark of(
            SortedMap<Integer, BigDecimal> series, Set<Integer> provisional, @Nullable BigDecimal target) {
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
        List<String> firm = new ArrayList<>();
        List<String> thin = new ArrayList<>();
        String x = "";
        String y = "";
        boolean open = true;
        for (var entry : series.entrySet()) {
            String before = x + "," + y;
            x = number(2 + WIDTH * (entry.getKey() - from) / (to - from));
            y = number(3 + HEIGHT * (high - entry.getValue().doubleValue()) / span);
            boolean loose = provisional.contains(entry.getKey());
            if (before.length() > 1 && (loose || open)) {
                thin.add(before + " " + x + "," + y);
            }
            if (!loose) {
                firm.add((open ? "M" : "L") + x + "," + y);
            }
            open = loose;
        }
        String line = target == null ? null : number(3 + HEIGHT * (high - target.doubleValue()) / span);
        return new Spark(String.join(" ", firm), thin, x, y, open, line, from, to);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

package vn.toam.letter;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart draws: a column for each year or unit, what must be reached as a line.
 *
 * @param title what is drawn
 * @param unit unit of the values
 * @param points columns, in order; those without a value are left out of the picture
 * @param goal height of the line, null without a number to reach
 */
public record Series(
        String title,
        String unit,
        List<Point> points,
        @Nullable BigDecimal goal) {

    /** A column of the picture. */
    public record Point(String label, @Nullable BigDecimal value) {}

    /** The columns that have a value. */
    public List<Point> drawn() {
        return points.stream().filter(point -> point.value() != null).toList();
    }
}

package vn.toam.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.toam.indicator.Coverage;
import vn.toam.target.Aim;
import vn.toam.target.Bound;
import vn.toam.target.Sentence;

/**
 * Figures over years with the levels that are asked, in a box of {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param path the line between figures of enough units
 * @param thin "x,y x,y" of each stretch that leads to or from a provisional figure: never drawn as a rise or a fall
 * @param dots one per figure
 * @param rows of the scale: height and figure
 * @param years below: place and year
 * @param borders where the borders changed: between two years
 * @param lines of targets
 */
public record Chart(
        String path,
        List<String> thin,
        List<Dot> dots,
        List<Mark> rows,
        List<Mark> years,
        List<Mark> borders,
        List<Line> lines) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 280;
    public static final int LEFT = 70;
    public static final int BOTTOM = 245;
    private static final int RIGHT = 685;
    private static final int TOP = 20;
    private static final int ROWS = 4;

    /** A figure. @param firm false: of too few units, or returns of the year are still to come */
    public record Dot(int x, int y, int year, BigDecimal value, Coverage coverage, boolean firm) {}

    /** A place on an axis and what is written there. */
    public record Mark(int at, BigDecimal value) {}

    /** A level asked, to the year it is due. @param due false: every year */
    public record Line(int to, int y, boolean due, Sentence label) {}

    /**
     * The chart, or null when there are not two figures to join.
     *
     * @param coverage of how many units each figure is
     * @param loose years that are not to be compared
     * @param borders first years in other borders than the year before
     */
    static @Nullable Chart of(
            SortedMap<Integer, BigDecimal> series,
            Map<Integer, Coverage> coverage,
            Set<Integer> loose,
            Set<Integer> borders,
            List<Bound> bounds) {
        if (series.size() < 2) {
            return null;
        }
        List<Bound> levels = bounds.stream()
                .filter(bound -> bound.aim().kind().ordinal() <= Aim.Kind.EQ.ordinal()
                        && bound.aim().value() != null)
                .toList();
        int from = series.firstKey();
        int to = levels.stream()
                .map(bound -> bound.aim().by())
                .filter(java.util.Objects::nonNull)
                .reduce(series.lastKey(), Math::max);
        double high = java.util.stream.Stream.concat(
                        series.values().stream(),
                        levels.stream().map(bound -> bound.aim().value()))
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        double step = step(high <= 0 ? 1 : high);
        double top = Math.max(step, Math.ceil(high / step) * step);
        List<Mark> rows = new ArrayList<>();
        for (double at = 0; at <= top + step / 2; at += step) {
            rows.add(new Mark(y(at, top), BigDecimal.valueOf(at)));
        }
        List<Dot> dots = series.entrySet().stream()
                .map(each -> new Dot(
                        x(each.getKey(), from, to),
                        y(each.getValue().doubleValue(), top),
                        each.getKey(),
                        each.getValue(),
                        Objects.requireNonNull(coverage.get(each.getKey())),
                        !loose.contains(each.getKey())))
                .toList();
        List<Line> lines = levels.stream()
                .map(bound -> line(bound, from, to, top))
                .distinct()
                .toList();
        return new Chart(path(dots), thin(dots), dots, rows, years(from, to), marks(dots, borders), lines);
    }

    /** Years that are not to be compared. */
    public List<Integer> provisional() {
        return dots.stream().filter(dot -> !dot.firm()).map(Dot::year).toList();
    }

    private static String path(List<Dot> dots) {
        StringBuilder path = new StringBuilder();
        boolean joined = false;
        for (Dot dot : dots) {
            if (dot.firm()) {
                path.append(joined ? " L" : " M").append(dot.x()).append(',').append(dot.y());
            }
            joined = dot.firm();
        }
        return path.toString().strip();
    }

    private static List<String> thin(List<Dot> dots) {
        List<String> thin = new ArrayList<>();
        for (int i = 1; i < dots.size(); i++) {
            Dot from = dots.get(i - 1);
            Dot to = dots.get(i);
            if (!from.firm() || !to.firm()) {
                thin.add(from.x() + "," + from.y() + " " + to.x() + "," + to.y());
            }
        }
        return thin;
    }

    private static List<Mark> marks(List<Dot> dots, Set<Integer> borders) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 1; i < dots.size(); i++) {
            if (borders.contains(dots.get(i).year())) {
                marks.add(new Mark(
                        (dots.get(i - 1).x() + dots.get(i).x()) / 2,
                        BigDecimal.valueOf(dots.get(i).year())));
            }
        }
        return marks;
    }

    /** Counted from the last, so that it is always named. */
    private static List<Mark> years(int from, int to) {
        List<Mark> years = new ArrayList<>();
        int every = (to - from) / 10 + 1;
        for (int year = to; year >= from; year -= every) {
            years.addFirst(new Mark(x(year, from, to), BigDecimal.valueOf(year)));
        }
        return years;
    }

    private static Line line(Bound bound, int from, int to, double top) {
        Integer by = bound.aim().by();
        double level = bound.aim().value() == null ? 0 : bound.aim().value().doubleValue();
        return new Line(x(by == null ? to : Math.max(by, from), from, to), y(level, top), by != null, bound.demand());
    }

    /** 1, 2 or 5 times a power of ten, so that about {@link #ROWS} rows are enough. */
    private static double step(double high) {
        double power = Math.pow(10, Math.floor(Math.log10(high / ROWS)));
        double left = high / ROWS / power;
        return power * (left <= 1 ? 1 : left <= 2 ? 2 : left <= 5 ? 5 : 10);
    }

    private static int x(int year, int from, int to) {
        return LEFT + (int) Math.round((double) (RIGHT - LEFT) * (year - from) / Math.max(1, to - from));
    }

    private static int y(double value, double top) {
        return BOTTOM - (int) Math.round((BOTTOM - TOP) * value / top);
    }
}

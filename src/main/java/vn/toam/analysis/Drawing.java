package vn.toam.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toam.analysis.Outlines.Outline;

/**
 * Outlines on a sheet of {@link #WIDTH} units: the land, and beside it the archipelagos in frames at a scale of their own. Corners are
 * rounded to whole units, the same on both sides of a border, so that neighbours never part.
 *
 * @param height of the sheet
 * @param shapes what is drawn of each unit, by code
 * @param frames of the archipelagos
 */
public record Drawing(int height, Map<String, Shape> shapes, List<Frame> frames) {

    public static final int WIDTH = 1200;
    private static final int HEIGHT = 1600;
    private static final int FRAME = 400;
    private static final int LABEL = 110;
    private static final int EDGE = 12;

    /**
     * One unit.
     *
     * @param path of an SVG; empty when it is only dots
     * @param dots what is too small for an outline, or all that is known
     */
    public record Shape(String path, List<Dot> dots) {}

    /** A place of one point. */
    public record Dot(int x, int y) {}

    /** Where an archipelago is drawn, its name below. */
    public record Frame(String name, int x, int y, int width, int height) {}

    /** A part of the world on a part of the sheet. */
    private record View(double west, double north, double scaleX, double scaleY, int left, int top) {

        int x(double[] point) {
            return left + (int) Math.round((point[0] - west) * scaleX);
        }

        int y(double[] point) {
            return top + (int) Math.round((north - point[1]) * scaleY);
        }
    }

    /** @param islands of the archipelagos, drawn as dots whether or not the outlines have them */
    static Drawing of(Map<String, Outline> outlines, Map<Archipelago, Outline> islands) {
        List<double[]> land = new ArrayList<>();
        outlines.values().forEach(outline -> {
            outline.rings().stream()
                    .filter(ring -> home(ring) == null)
                    .forEach(ring -> land.addAll(Arrays.asList(ring)));
            outline.points().stream()
                    .filter(point -> home(new double[][] {point}) == null)
                    .forEach(land::add);
        });
        double west = land.stream().mapToDouble(point -> point[0]).min().orElse(0);
        double east = land.stream().mapToDouble(point -> point[0]).max().orElse(1);
        double south = land.stream().mapToDouble(point -> point[1]).min().orElse(0);
        double north = land.stream().mapToDouble(point -> point[1]).max().orElse(1);
        double shrink = Math.cos(Math.toRadians((south + north) / 2));
        int wide = WIDTH - 2 * EDGE - (islands.isEmpty() ? 0 : FRAME + EDGE);
        double scale = Math.min(
                wide / Math.max(.01, (east - west) * shrink), (HEIGHT - 2 * EDGE) / Math.max(.01, north - south));
        int left = EDGE + (int) (wide - (east - west) * shrink * scale) / 2;
        int least = islands.isEmpty() ? 0 : FRAME + LABEL;
        int height = Math.max(least, (int) Math.ceil((north - south) * scale) + 2 * EDGE);
        View main = new View(west, north, scale * shrink, scale, left, EDGE);
        Map<Archipelago, Frame> frames = new LinkedHashMap<>();
        islands.keySet().forEach(each -> frames.put(each, frame(each, main, height)));
        Map<String, Shape> shapes = new LinkedHashMap<>();
        outlines.forEach((code, outline) -> shapes.put(code, shape(code, outline, main, frames, islands)));
        return new Drawing(height, shapes, List.copyOf(frames.values()));
    }

    /** At the height of its latitude, as far as the sheet allows. */
    private static Frame frame(Archipelago of, View main, int height) {
        double shrink = Math.cos(Math.toRadians((of.south + of.north) / 2));
        int high = (int) Math.round(FRAME * (of.north - of.south) / ((of.east - of.west) * shrink));
        int middle = main.y(new double[] {0, (of.south + of.north) / 2});
        int top = Math.clamp(middle - high / 2, EDGE, Math.max(EDGE, height - high - LABEL));
        return new Frame("analysis.map." + of, WIDTH - FRAME - EDGE, top, FRAME, high);
    }

    private static Shape shape(
            String code,
            Outline outline,
            View main,
            Map<Archipelago, Frame> frames,
            Map<Archipelago, Outline> islands) {
        StringBuilder path = new StringBuilder();
        List<Dot> dots = new ArrayList<>();
        for (double[][] ring : outline.rings()) {
            Archipelago home = home(ring);
            Frame frame = home == null ? null : frames.get(home);
            if (home == null) {
                path.append(path(ring, main));
            } else if (frame != null) {
                path.append(path(ring, view(home, frame)));
            }
        }
        outline.points().stream()
                .filter(point -> home(new double[][] {point}) == null)
                .forEach(point -> dots.add(new Dot(main.x(point), main.y(point))));
        if (path.isEmpty() && dots.isEmpty() && !outline.rings().isEmpty()) {
            double[] corner = outline.rings().getFirst()[0];
            dots.add(new Dot(main.x(corner), main.y(corner)));
        }
        frames.forEach((each, frame) -> {
            if (code.equals(each.province) || code.equals(each.commune)) {
                View view = view(each, frame);
                Objects.requireNonNull(islands.get(each))
                        .points()
                        .forEach(point -> dots.add(new Dot(view.x(point), view.y(point))));
            }
        });
        return new Shape(path.toString(), dots);
    }

    private static View view(Archipelago of, Frame frame) {
        double scale = frame.height() / (of.north - of.south);
        return new View(of.west, of.north, frame.width() / (of.east - of.west), scale, frame.x(), frame.y());
    }

    private static @Nullable Archipelago home(double[][] ring) {
        return Arrays.stream(Archipelago.values())
                .filter(each -> each.holds(ring))
                .findFirst()
                .orElse(null);
    }

    /** Empty when nothing is left of it at this scale. */
    private static String path(double[][] ring, View view) {
        StringBuilder path = new StringBuilder();
        int corners = 0;
        int lastX = 0;
        int lastY = 0;
        for (double[] point : ring) {
            int x = view.x(point);
            int y = view.y(point);
            if (corners == 0) {
                path.append('M').append(x).append(' ').append(y).append('l');
                corners++;
            } else if (x != lastX || y != lastY) {
                path.append(x - lastX).append(' ').append(y - lastY).append(' ');
                corners++;
            }
            lastX = x;
            lastY = y;
        }
        return corners < 4 ? "" : path.append('z').toString();
    }
}

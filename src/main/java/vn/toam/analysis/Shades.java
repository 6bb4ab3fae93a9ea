package vn.toam.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Classes of about equally many units each, the lowest figures first; equal figures are always in one class.
 *
 * @param classes at most {@link #MOST}; empty when there is no figure
 */
public record Shades(List<Shade> classes) {

    static final int MOST = 5;

    /**
     * One class.
     *
     * @param style 1 (pale) to 5 (deep)
     * @param from its lowest figure
     * @param to its highest
     * @param units how many are in it
     */
    public record Shade(int style, BigDecimal from, BigDecimal to, int units) {

        private Shade plus(Shade higher) {
            return new Shade(style, from, higher.to, units + higher.units);
        }
    }

    static Shades of(Collection<BigDecimal> figures) {
        TreeMap<BigDecimal, Integer> counts = new TreeMap<>();
        figures.forEach(figure -> counts.merge(figure, 1, Integer::sum));
        TreeMap<Integer, Shade> groups = new TreeMap<>();
        int before = 0;
        int different = 0;
        for (var each : counts.entrySet()) {
            int group = counts.size() <= MOST ? different++ : before * MOST / figures.size();
            groups.merge(group, new Shade(0, each.getKey(), each.getKey(), each.getValue()), Shade::plus);
            before += each.getValue();
        }
        List<Shade> classes = new ArrayList<>();
        for (Shade shade : groups.values()) {
            int style = groups.size() == 1
                    ? (MOST + 1) / 2
                    : 1 + Math.round((float) classes.size() * (MOST - 1) / (groups.size() - 1));
            classes.add(new Shade(style, shade.from, shade.to, shade.units));
        }
        return new Shades(List.copyOf(classes));
    }

    /** The style of a figure that is among them. */
    int style(BigDecimal figure) {
        return classes.stream()
                .filter(shade -> figure.compareTo(shade.to()) <= 0)
                .findFirst()
                .orElseGet(classes::getLast)
                .style();
    }
}

package vn.toam.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The two archipelagos: below a pixel at the country's scale, so each has a frame of its own, with its name, on every map it belongs to. */
enum Archipelago {
    HOANG_SA("48", "20333", 111.0, 15.6, 112.9, 17.2),
    TRUONG_SA("56", "22736", 109.3, 7.0, 117.9, 11.7);

    final String province;
    final String commune;
    final double west;
    final double south;
    final double east;
    final double north;

    Archipelago(String province, String commune, double west, double south, double east, double north) {
        this.province = province;
        this.commune = commune;
        this.west = west;
        this.south = south;
        this.east = east;
        this.north = north;
    }

    /** Those that lie in one of these provinces or communes. */
    static List<Archipelago> of(Set<String> codes) {
        return Arrays.stream(values())
                .filter(each -> codes.contains(each.province) || codes.contains(each.commune))
                .toList();
    }

    /** True when the middle of the ring lies here. */
    boolean holds(double[][] ring) {
        double x = Arrays.stream(ring).mapToDouble(point -> point[0]).average().orElse(0);
        double y = Arrays.stream(ring).mapToDouble(point -> point[1]).average().orElse(0);
        return x >= west && x <= east && y >= south && y <= north;
    }
}

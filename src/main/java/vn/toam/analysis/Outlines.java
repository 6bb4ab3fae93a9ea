package vn.toam.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.shared.Rejected;

/** Reads a GeoJSON file of units by their official codes, refusing in words what cannot be drawn. */
final class Outlines {

    /**
     * Where a unit lies, in degrees east and north (WGS 84).
     *
     * @param rings its polygons' rings, holes among them; none where only points are known
     * @param points places that stand for it
     */
    record Outline(List<double[][]> rings, List<double[]> points) {}

    private static final double WEST = 100;
    private static final double EAST = 120;
    private static final double SOUTH = 5;
    private static final double NORTH = 25;
    private static final int NAMED = 5;

    private final Map<String, Outline> found = new LinkedHashMap<>();
    private final Set<String> codes;
    private int feature;
    private String code = "";

    private Outlines(Set<String> codes) {
        this.codes = codes;
    }

    /**
     * The outlines by code.
     *
     * @param codes the units that must be there, all and no other
     * @throws Rejected naming the feature and what would be right
     */
    static Map<String, Outline> read(byte[] file, Set<String> codes) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw Rejected.because(
                    "analysis.map.problem.json",
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
        }
        JsonNode features = root.path("features");
        if (!features.isArray() || features.isEmpty()) {
            throw Rejected.because("analysis.map.problem.features");
        }
        Outlines outlines = new Outlines(codes);
        features.forEach(outlines::add);
        Set<String> missing = new TreeSet<>(codes);
        missing.removeAll(outlines.found.keySet());
        if (!missing.isEmpty()) {
            throw Rejected.because(
                    "analysis.map.problem.missing",
                    missing.size(),
                    String.join(", ", missing.stream().limit(NAMED).toList()));
        }
        return outlines.found;
    }

    private void add(JsonNode one) {
        feature++;
        code = one.path("properties").path("code").asString("");
        if (!codes.contains(code)) {
            throw Rejected.because("analysis.map.problem.code", feature, code.isEmpty() ? "–" : code);
        }
        Outline outline = found.computeIfAbsent(code, any -> new Outline(new ArrayList<>(), new ArrayList<>()));
        JsonNode coordinates = one.path("geometry").path("coordinates");
        switch (one.path("geometry").path("type").asString("")) {
            case "Polygon" -> coordinates.forEach(ring -> outline.rings().add(ring(ring)));
            case "MultiPolygon" ->
                coordinates.forEach(
                        polygon -> polygon.forEach(ring -> outline.rings().add(ring(ring))));
            case "Point" -> outline.points().add(point(coordinates));
            case "MultiPoint" -> coordinates.forEach(point -> outline.points().add(point(point)));
            default -> throw Rejected.because("analysis.map.problem.geometry", feature, code);
        }
        if (outline.rings().isEmpty() && outline.points().isEmpty()) {
            throw Rejected.because("analysis.map.problem.geometry", feature, code);
        }
    }

    private double[][] ring(JsonNode ring) {
        List<double[]> points = new ArrayList<>();
        ring.forEach(point -> points.add(point(point)));
        if (points.size() < 4) {
            throw Rejected.because("analysis.map.problem.ring", feature, code);
        }
        return points.toArray(double[][]::new);
    }

    private double[] point(JsonNode point) {
        double x = point.path(0).asDouble(Double.NaN);
        double y = point.path(1).asDouble(Double.NaN);
        if (!(x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH)) {
            throw Rejected.because(
                    "analysis.map.problem.point",
                    feature,
                    code,
                    point.path(0).asString("–"),
                    point.path(1).asString("–"));
        }
        return new double[] {x, y};
    }
}

package vn.toam.indicator;

import java.util.List;

/**
 * Where a unit lies, in degrees east and north (WGS 84).
 *
 * @param rings its polygons' rings, holes among them; none where only points are known
 * @param points places that stand for it
 */
record Outline(List<double[][]> rings, List<double[]> points) {}

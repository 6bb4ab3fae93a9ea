package vn.toam.geography;

import java.util.List;
import vn.toam.shared.Text;

/**
 * Whether figures of a unit before and after 1/7/2025 speak of the same territory.
 *
 * @param exact true: a sum of whole units on the other side covers exactly the same territory
 * @param with those units: successors of an old unit, predecessors of a new one
 * @param others units that share these without belonging to the territory; empty when exact
 * @param why one sentence for the reader
 */
public record Comparability(boolean exact, List<Unit> with, List<Unit> others, Text why) {}

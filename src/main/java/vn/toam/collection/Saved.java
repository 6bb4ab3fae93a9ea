package vn.toam.collection;

import java.time.Instant;
import java.util.List;

/**
 * What saving did.
 *
 * @param version version now; the next save names it
 * @param at when
 * @param findings checks that the figures break
 */
public record Saved(int version, Instant at, List<Finding> findings) {}

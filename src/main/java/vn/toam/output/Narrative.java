package vn.toam.output;

import java.time.Instant;

/**
 * A passage of a report as an officer left it.
 *
 * @param section where it stands: one of {@link Sections}
 * @param text what was written, maybe blank again
 * @param version counts its changes; who saves must name the version seen
 * @param changedBy who changed it last, as shown to others
 */
public record Narrative(String section, String text, int version, String changedBy, Instant changedAt) {}

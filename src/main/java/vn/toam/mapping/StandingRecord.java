package vn.toam.mapping;

import java.util.Map;

/**
 * A record as it stands.
 *
 * @param version counts its changes: what was changed since the preview is not saved
 * @param name what it is called, so that one of several can be chosen
 * @param values by column, written as {@link RecordColumn.Kind} says
 */
public record StandingRecord(String id, int version, String name, Map<String, String> values) {}

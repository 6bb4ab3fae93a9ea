package vn.toam.mapping;

import java.util.Map;

/**
 * A row of a list of records as it was read.
 *
 * @param key what makes it one record, folded; blank: something of it is not known
 * @param values by column, written as {@link RecordColumn.Kind} says; a column that says nothing is absent
 */
public record RecordRow(String key, Map<String, String> values) {}

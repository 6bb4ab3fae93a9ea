package vn.toam.collection;

import java.util.Set;

/**
 * Accepted figures of one unit and year came, changed or went; told within the same transaction, so that roll-ups never lag behind.
 *
 * @param province code of the province of today
 * @param fields the fields concerned
 */
public record FactsChanged(int province, int unit, int year, Set<String> fields) {}

package vn.toam.exchange;

import java.util.List;

/**
 * What keeps a unit from being imported, and where it stands.
 *
 * @param sheet its sheet; blank in files without sheets
 * @param row its row; 0: the unit as a whole
 * @param column letters of its column; blank: the row as a whole
 * @param key message key: what is wrong and what would be right
 * @param arguments values named in the message
 */
public record Fault(String sheet, int row, String column, String key, List<String> arguments) {}

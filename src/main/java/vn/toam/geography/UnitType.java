package vn.toam.geography;

import vn.toam.shared.Text;

/**
 * What a unit is called by law or custom.
 *
 * @param key how it is kept: {@code WARD}, {@code VILLAGE} …
 */
public record UnitType(String key, Text label) {}

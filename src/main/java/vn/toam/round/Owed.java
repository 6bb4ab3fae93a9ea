package vn.toam.round;

/**
 * A return that a unit owes.
 *
 * @param above every unit over it, itself first, with commas between
 * @param receiver who accepts
 */
public record Owed(int province, int unit, String above, int receiver) {}

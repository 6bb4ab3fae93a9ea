package vn.toam.reorganisation;

/**
 * How far the records of one kind in one province have followed.
 *
 * @param records which ones, as {@link vn.toam.unit.MovesWithUnits#records} names them
 * @param estimate how many would move, counted before the units changed
 * @param done how many have moved and were not put back
 * @param open false: nothing is left to move, or to put back while the reorganisation is being undone
 * @param failed the last attempt failed; it is repeated
 */
record Following(String records, int province, int estimate, int done, boolean open, boolean failed) {}

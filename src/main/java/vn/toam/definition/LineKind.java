package vn.toam.definition;

/**
 * What a line counts, and therefore how the parts of a year make the year. A state is never added up over time: 1,000 households at the end
 * of each of two quarters are 1,000 households.
 */
public enum LineKind {
    /** How many there are on the cut-off day; the year's figure is that of its last part. What is reached is counted once, from the start of the year. */
    STOCK,
    /** How many happened in the period; the year's figure is the sum of its parts. */
    FLOW
}

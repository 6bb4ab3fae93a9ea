package vn.toam.recordquery;

import vn.toam.definition.Register;

/**
 * What a register holds at a place.
 *
 * @param open records in a state that is not closed
 * @param year records whose leading day lies in this year
 * @param unproven records whose days for a file have passed without one
 * @param overdue records that something is due on; beyond {@value #MOST_OVERDUE} nobody counted on
 */
public record RegisterSummary(Register register, long open, long year, long unproven, long overdue) {

    /** Each of them must be read to know: so many say enough. */
    static final int MOST_OVERDUE = 1_000;

    /** There are more than {@link #counted}. */
    public boolean more() {
        return overdue > MOST_OVERDUE;
    }

    /** Records that something is due on, as far as they were counted. */
    public long counted() {
        return Math.min(overdue, MOST_OVERDUE);
    }

    /** Records in another state of the same register. */
    RegisterSummary with(RegisterSummary other) {
        return new RegisterSummary(register, open + other.open, year + other.year, unproven + other.unproven, overdue);
    }
}

package vn.toam.recordquery;

import vn.toam.definition.Register;

/**
 * What a register holds at a place.
 *
 * @param open records in a state that is not closed
 * @param year records whose leading day lies in this year
 * @param unproven records whose days for a file have passed without one
 * @param overdue records that something is due on
 */
public record RegisterSummary(Register register, long open, long year, long unproven, long overdue) {

    /** Records in another state of the same register. */
    RegisterSummary with(RegisterSummary other) {
        return new RegisterSummary(register, open + other.open, year + other.year, unproven + other.unproven, overdue);
    }
}

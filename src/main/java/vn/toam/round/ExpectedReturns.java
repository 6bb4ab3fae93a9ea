package vn.toam.round;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the units of a round owe. Answered by the module that keeps the returns, which a round may not know. */
public interface ExpectedReturns {

    /**
     * Keeps an empty return for every unit that owes one. A unit that a nearer round already asks for the same form and year is left to it.
     *
     * @param receivers level of the unit that accepts
     * @param chosen only units at or below these; empty: all
     * @return how many units owe the return
     */
    int expect(Round round, String receivers, List<Integer> chosen, Instant now);

    /** Those that would owe a return and whom no nearer round asks, without anything being kept. */
    List<Owed> owed(Round round, String receivers);

    /** True when the round asks a unit that lies, or lay, within {@code place}, which may be the unit itself. */
    boolean asks(Round round, int place);

    /** Units of a round that have not sent. */
    int missing(UUID round);

    /** True while nobody has typed or done anything in the round. */
    boolean untouched(UUID round);

    /** Removes the returns of a round that nobody has touched. */
    void withdraw(UUID round);
}

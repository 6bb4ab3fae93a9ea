package vn.toam.plancontent;

import java.util.List;
import vn.toam.agency.Agency;

/**
 * Who is meant by a name in a plan.
 *
 * @param label as the paper writes it
 * @param how it was found out
 * @param agencies of today, who get the duties; empty while a person has to say
 * @param candidates among whom a person may choose, when the paper's own agency has ended and several carry on its work
 */
public record Receiver(String label, How how, List<Agency> agencies, List<Agency> candidates) {

    /** How an agency was found for a name. */
    public enum How {
        /** The paper names it. */
        NAMED,
        /** The paper names one that has ended; this one carries on its work. */
        SUCCESSOR,
        /** A person chose. */
        CHOSEN,
        /** The one named has ended and several carry on its work: a person has to choose. */
        SEVERAL,
        /** No agency of that name is known here. */
        UNKNOWN
    }

    /** True when somebody gets what is given to this name. */
    public boolean known() {
        return !agencies.isEmpty();
    }
}

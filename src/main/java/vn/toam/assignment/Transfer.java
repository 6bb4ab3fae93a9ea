package vn.toam.assignment;

import java.time.LocalDate;
import java.util.List;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencySuccessor;

/**
 * Open duties of an agency that no longer exists, and who may take them over.
 *
 * @param ended first day on which the agency no longer existed
 * @param duties how many were open on that day or fell due later
 * @param to who does its work today; empty when nobody is known
 */
public record Transfer(Agency from, LocalDate ended, int duties, List<AgencySuccessor> to) {

    /** True when the law names one successor for everything: nothing to choose. */
    public boolean plain() {
        return to.size() == 1;
    }
}

package vn.toam.agency;

import java.util.List;

/**
 * What a name in a plan stands for.
 *
 * @param agencies the agency, or all agencies meant by a collective name; empty when the name is not known
 * @param collective true for "UBND các xã, thị trấn", "các sở, ban, ngành" …: the list follows the tree of the plan's date
 */
public record AgencyMatch(List<Agency> agencies, boolean collective) {

    static final AgencyMatch UNKNOWN = new AgencyMatch(List.of(), false);

    /** True when nothing was found: a person has to say which agency is meant. */
    public boolean unknown() {
        return agencies.isEmpty();
    }
}

package vn.toam.agency;

import java.util.UUID;
import vn.toam.geography.Validity;

/**
 * A seat in a steering committee, held by a post of an agency, never by a named person.
 *
 * @param post the post that sits there: "Phó Chủ tịch"
 * @param decision number of the decision that put it there, when it is not the committee's own
 */
public record CommitteePost(
        UUID id, UUID committee, String post, Agency agency, Role role, String decision, Validity validity) {

    /** Rank in the committee. */
    public enum Role {
        HEAD,
        DEPUTY,
        STANDING,
        MEMBER,
        SECRETARY
    }
}

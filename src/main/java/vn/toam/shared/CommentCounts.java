package vn.toam.shared;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many comments stand at returns. Answered by {@code discussion}, which the modules that list returns may not know. */
public interface CommentCounts {

    /**
     * Comments at the returns of units in a round, by id of the unit; those without any are left out. One query.
     *
     * @param provinces codes of the provinces of today that the units lie in
     */
    Map<Integer, Integer> comments(UUID round, Collection<Integer> provinces, Collection<Integer> units);
}

package vn.toam.shared;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How much was said at returns. Answered by {@code discussion}; here, like {@link Bell}, because the returns may not know who stands above them. */
public interface Talk {

    /**
     * Comments at the returns of units in a round, by id of the unit; those without any are left out. One query.
     *
     * @param provinces codes of the provinces of today that the units lie in
     */
    Map<Integer, Integer> comments(UUID round, Collection<Integer> provinces, Collection<Integer> units);
}

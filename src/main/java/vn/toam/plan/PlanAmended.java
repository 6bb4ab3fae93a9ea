package vn.toam.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Plan;

/**
 * A plan in force was amended. Told within the transaction that amends it, so that duties follow at once.
 *
 * @param accepted the elements that are in force now
 * @param touched elements that are new or changed
 * @param removed elements that are in force no longer
 * @param receivers for each name in the plan the agencies that it means
 * @param reason why
 */
public record PlanAmended(
        Plan plan,
        List<Element> accepted,
        List<UUID> touched,
        List<UUID> removed,
        Map<String, List<Integer>> receivers,
        String reason) {}

package vn.toam.plan;

import java.util.List;
import java.util.Map;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Plan;

/**
 * A plan came into force. Told within the transaction that puts it in force, so that nothing is in force without its duties.
 *
 * @param accepted the elements that are in force, in the order of the paper
 * @param years the years whose duties are to be opened at once
 * @param receivers for each name in the paper the agencies that it means; empty for a name that nobody answers to
 */
public record PlanIssued(
        Plan plan, List<Element> accepted, List<Integer> years, Map<String, List<Integer>> receivers) {}

package vn.toam.plan;

import java.util.List;

/**
 * A plan came into force. Told within the transaction that puts it in force, so that nothing is in force without its duties.
 *
 * @param accepted the elements that are in force, in the order of the paper
 * @param years the years whose duties are to be opened at once
 */
public record PlanIssued(Plan plan, List<Element> accepted, List<Integer> years) {}

package vn.toam.target;

/**
 * What {@link TargetRules} say.
 *
 * @param status how it stands
 * @param why the one sentence that explains it, with the figures it rests on
 */
public record Verdict(TargetStatus status, Sentence why) {}

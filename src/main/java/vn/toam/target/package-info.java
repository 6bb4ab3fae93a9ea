/**
 * What plans promise, held against what was counted: an {@link vn.toam.target.Aim} read from a target, judged by {@link vn.toam.target.TargetRules} into a
 * {@link vn.toam.target.Verdict}; the {@link vn.toam.target.ScorecardView scorecard} of a place; what measures a target – an indicator, a measure of
 * one's own, or a {@link vn.toam.target.TypedResult} with its evidence.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "definition",
            "catalog",
            "geography",
            "unit",
            "document",
            "round",
            "collection",
            "plancontent",
            "plan",
            "indicator"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.target;

/**
 * Indicators and targets. A value is the sum of numerators over the sum of denominators of accepted figures,
 * never an average of percentages, always with how complete it is; {@link vn.toam.indicator.TargetRules} hold it against what the plans
 * promise. Roll-ups follow every acceptance in the same transaction.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"collection", "plan", "document", "catalog", "unit", "audit", "shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.indicator;

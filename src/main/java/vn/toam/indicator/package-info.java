/**
 * Indicators: a value is the sum of numerators over the sum of denominators of accepted figures, never an average of percentages, always with
 * how complete it is ({@link vn.toam.indicator.Coverage}). Roll-ups follow every acceptance in the same
 * transaction. A plan's place may add an {@link vn.toam.indicator.OwnMeasure} of its own.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "definition",
            "catalog",
            "geography",
            "unit",
            "round",
            "submission",
            "collection"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.indicator;

/**
 * Pages to look into figures: an indicator with its series and places, the map, where a number comes from, the scorecard; and their drawings
 * ({@link vn.toam.analysis.Chart}, {@link vn.toam.analysis.Drawing}). Only reads; every figure belongs to a module below.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "definition",
            "catalog",
            "geography",
            "unit",
            "sheet",
            "round",
            "submission",
            "collection",
            "plancontent",
            "plan",
            "indicator",
            "target"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.analysis;

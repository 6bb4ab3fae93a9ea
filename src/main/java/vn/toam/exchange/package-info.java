/**
 * Figures to and from Excel, CSV and JSON: any form as a workbook to fill in, for one unit or for all units of a place; and what a table,
 * ours or anybody's own, means for the returns of a round: a {@link vn.toam.exchange.FigureTable}, brought in by {@code imports}. What is
 * confirmed is entered through {@link vn.toam.collection.BulkEntry}; this module keeps nothing.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "submission",
            "collection",
            "round",
            "mapping",
            "imports",
            "definition",
            "catalog",
            "geography",
            "unit",
            "sheet",
            "shared"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.exchange;

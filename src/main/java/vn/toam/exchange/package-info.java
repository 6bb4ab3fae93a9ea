/**
 * Figures to and from Excel, CSV and JSON: any form as a workbook to fill in, for one unit or for all units of a place; an
 * {@link vn.toam.exchange.Import} of such a file, or of anybody's own table by a {@link vn.toam.exchange.Mapping} of its columns, shown
 * before anything is saved. What is confirmed is entered through {@link vn.toam.collection.BulkEntry}; this module keeps no figure.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"collection", "round", "catalog", "unit", "sheet", "audit", "shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.exchange;

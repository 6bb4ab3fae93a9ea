/**
 * Merging, splitting, renaming and ending of units on a day by a legal act: a {@link vn.toam.reorganisation.Reorganisation} is read from a table,
 * shown with all that follows, confirmed, and can be taken back. Units and agencies change in one transaction; the records of each module, a
 * {@link vn.toam.unit.MovesWithUnits}, follow in parts that are counted beforehand, noted and resumed.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web", "audit", "geography", "unit"})
@org.jspecify.annotations.NullMarked
package vn.toam.reorganisation;

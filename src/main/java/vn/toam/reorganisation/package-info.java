/**
 * Merging, splitting, renaming and ending of units on a day by a legal act: a {@link vn.toam.reorganisation.Reorganisation} is read from a table,
 * shown with all that follows, confirmed in one transaction and can be taken back. What else follows from it each module does by itself as a
 * {@link vn.toam.unit.MovesWithUnits}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit", "unit"})
@org.jspecify.annotations.NullMarked
package vn.toam.reorganisation;

/**
 * What is asked, counted and promised, as data: {@link vn.toam.definition.Form}s with their {@link vn.toam.definition.Check}s,
 * {@link vn.toam.definition.Indicator}s, {@link vn.toam.definition.Register}s, {@link vn.toam.definition.Calendar}s,
 * {@link vn.toam.definition.Observance}s, {@link vn.toam.definition.WorkDays}, {@link vn.toam.definition.Role}s,
 * {@link vn.toam.definition.CodeList}s and the {@link vn.toam.definition.Programme}s of real plans; how their lines are read and their
 * expressions computed. No files, no database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.definition;

/**
 * What a table means: which column is what ({@link vn.toam.mapping.Mapping}), what its cells say, what a row becomes of what stands there. What
 * rows become at all an {@link vn.toam.mapping.ImportTarget} says; a list of records says it as a {@link vn.toam.mapping.RecordTarget}. Knows
 * neither Spring nor a database; its words are those of {@code imports}, where they are kept with what was found.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "definition", "sheet"})
@org.jspecify.annotations.NullMarked
package vn.toam.mapping;

/**
 * Conventions of villages (hương ước, quy ước): a {@link vn.toam.convention.ConventionCourse} holds the days and votes of one version against
 * the terms of Decree 61/2023/NĐ-CP.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"definition"})
@org.jspecify.annotations.NullMarked
package vn.toam.convention;

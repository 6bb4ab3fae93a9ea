/**
 * What is asked, counted and promised, as data: {@link vn.toam.catalog.Form}s with their {@link vn.toam.catalog.Check}s,
 * {@link vn.toam.catalog.Indicator}s, {@link vn.toam.catalog.Calendar}s, {@link vn.toam.catalog.Observance}s,
 * {@link vn.toam.catalog.WorkDays},
 * {@link vn.toam.catalog.Role}s, {@link vn.toam.catalog.CodeList}s and the {@link vn.toam.catalog.Programme}s of real plans. All of it is
 * YAML, read and checked once at start into a {@link vn.toam.catalog.Catalog}; the engine itself knows no domain. Forms that units make for
 * themselves have the same shape and come from {@link vn.toam.catalog.OwnDefinitions}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.catalog;

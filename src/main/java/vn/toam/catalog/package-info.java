/**
 * The {@link vn.toam.catalog.Catalog}: every {@link vn.toam.definition.Definition}, read from YAML and checked once at start; the engine
 * itself knows no domain. Forms that units make for themselves have the same shape and come from {@link vn.toam.catalog.OwnDefinitions};
 * what other modules count into lines they offer as {@link vn.toam.catalog.Counts}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "definition"})
@org.jspecify.annotations.NullMarked
package vn.toam.catalog;

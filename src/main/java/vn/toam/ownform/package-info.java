/**
 * Forms that a unit makes for itself on a page: a {@link vn.toam.ownform.Sheet} is what is typed, an {@link vn.toam.ownform.OwnForm} what is
 * kept, in the shape of the files of the catalog. Asking for one opens an ad hoc round; from there it is a form like any other.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "geography", "unit", "definition", "catalog", "round"})
@org.jspecify.annotations.NullMarked
package vn.toam.ownform;

/**
 * How records come in: one in its form, some in a grid, many from a table ({@link vn.toam.mapping.RecordTarget}), and what may be chosen on the
 * way. What may be saved {@code register} says, for one record as for many. Keeps nothing.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "definition",
            "catalog",
            "geography",
            "unit",
            "agency",
            "sheet",
            "document",
            "village",
            "mapping",
            "imports",
            "register",
            "recordquery"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.recordentry;

/**
 * Registers: what units keep where it happens, once. A {@link vn.toam.catalog.Register} is data; a {@link vn.toam.register.RegisterRecord} goes
 * through its states, every version kept, and is counted into lines of forms ({@link vn.toam.catalog.Counts}). No register has Java of its own.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs",
            "audit",
            "catalog",
            "unit",
            "agency",
            "notice",
            "sheet",
            "document",
            "village",
            "imports"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.register;

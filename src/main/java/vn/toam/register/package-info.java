/**
 * Registers: what units keep where it happens, once. A {@link vn.toam.definition.Register} is data; a {@link vn.toam.register.RegisterRecord} goes
 * through its states, every version kept. Who may keep and read records, what may be saved, singly or many at once, and what records belong to
 * stands here; reading them is {@code recordquery}, entering them {@code recordentry}. No register has Java of its own.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs",
            "audit",
            "definition",
            "catalog",
            "geography",
            "unit",
            "agency",
            "notice",
            "document",
            "village"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.register;

/**
 * The first page after signing in: what is due, what waits, how the programmes stand, one click from each. Only reads; every figure on it
 * belongs to a module below. For administrators the trail, and whether the installation is well.
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
            "round",
            "submission",
            "collection",
            "plancontent",
            "plan",
            "assignment",
            "duty",
            "indicator",
            "target",
            "coordination"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.home;

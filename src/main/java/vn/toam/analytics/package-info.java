/**
 * The first page after signing in: what is due, what waits, how the programmes stand, one click from each. Only reads; every figure on it
 * belongs to a module below.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "unit", "catalog", "collection", "document", "plan", "duty"})
@org.jspecify.annotations.NullMarked
package vn.toam.analytics;

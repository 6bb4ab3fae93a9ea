/**
 * Registers that a unit makes for itself on a page, from a table or as text, and fields that it adds to a register of the country. Their
 * records are kept, listed and counted by {@code register} like all others.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "definition", "catalog", "geography", "unit", "register", "sheet"})
@org.jspecify.annotations.NullMarked
package vn.toam.ownregister;

/**
 * Where: administrative units over time. Mergers,
 * splits and the end of the districts on 1/7/2025 are kept as history with their legal basis; nothing is rewritten. Reference data of
 * the whole country is loaded at the first start; an installation adds villages of its own.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "audit"})
@org.jspecify.annotations.NullMarked
package vn.toam.unit;

/**
 * Make-believe years, marked so everywhere: a few for the programmes of a demonstration, ten for the whole country to measure with. A real
 * installation never runs it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"collection", "catalog", "unit", "shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.demo;

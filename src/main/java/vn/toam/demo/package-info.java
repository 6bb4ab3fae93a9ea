/**
 * Make-believe years, marked so everywhere: those of the real programmes in the borders of their time, the last few of the whole country up
 * to today, ten of the whole country to measure with. A real installation never runs it.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "web",
            "definition",
            "catalog",
            "geography",
            "unit",
            "round",
            "submission",
            "collection"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.demo;

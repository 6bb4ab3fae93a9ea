/**
 * Villages and residential groups below the commune, through time: {@link vn.toam.village.Village} as it is on a day, what became of it, who
 * heads it, entered singly or from a table. {@link vn.toam.village.Villages} is what other modules ask; in SQL {@code village.village_v}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "definition", "catalog", "geography", "unit", "sheet"})
@org.jspecify.annotations.NullMarked
package vn.toam.village;

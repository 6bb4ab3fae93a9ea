/**
 * Difficulties: what units raise upwards in the register of that name is put together, passed up and answered by the unit that is asked, once for
 * all who met it, and closed by whoever raised it. The records, their states and rights are those of the register; nothing is kept here.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "definition",
            "catalog",
            "geography",
            "unit",
            "round",
            "notice",
            "register",
            "recordquery"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.difficulty;

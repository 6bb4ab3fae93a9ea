/**
 * Pages of plans in force: their list, tasks and calendar, what issuing one opened ({@link vn.toam.programme.Issued}), plans below, and
 * what is passed on to other agencies. Keeps nothing; asks {@code duty}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "catalog", "agency", "document", "plan", "plancontent", "assignment", "duty"})
@org.jspecify.annotations.NullMarked
package vn.toam.programme;

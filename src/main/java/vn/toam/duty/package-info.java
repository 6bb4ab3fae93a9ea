/**
 * Who owes what: when a plan is issued, its tasks bind agencies ({@link vn.toam.assignment.Assignment}) and each year opens a
 * {@link vn.toam.assignment.Duty} that is reported on, urged, decided, and passed to successors when an agency ends; and what lower plans
 * leave out of the upper one.
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
            "sheet",
            "document",
            "plancontent",
            "plan",
            "register",
            "assignment"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.duty;

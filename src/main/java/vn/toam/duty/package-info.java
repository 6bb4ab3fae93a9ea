/**
 * Who owes what: when a plan is issued, its tasks bind agencies ({@link vn.toam.duty.Assignment}) and each year becomes a
 * {@link vn.toam.duty.Duty} that is reported on, urged, and passed to successors when an agency ends. Also what lower plans leave out of
 * the upper one, and the pages of a programme that show progress.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs",
            "audit",
            "catalog",
            "unit",
            "agency",
            "notice",
            "sheet",
            "document",
            "plan",
            "register"
        })
@org.jspecify.annotations.NullMarked
package vn.toam.duty;

/**
 * What was given to whom and how it stands: an {@link vn.toam.assignment.Assignment} binds an agency to a task of a plan, each of its days
 * is a {@link vn.toam.assignment.Duty} with its {@link vn.toam.assignment.Course} from stage to stage, what was said of it
 * ({@link vn.toam.assignment.Progress}) and how it is counted ({@link vn.toam.assignment.DutyStatistics}). Rules only, no database.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "definition", "agency", "document", "plancontent"})
@org.jspecify.annotations.NullMarked
package vn.toam.assignment;

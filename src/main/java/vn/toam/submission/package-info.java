/**
 * The return of one unit: a {@link vn.toam.submission.Submission}, the {@link vn.toam.submission.SubmissionStatus}es it goes through,
 * its {@link vn.toam.submission.Figures} and the checks they break, what was counted for its lines
 * ({@link vn.toam.submission.Tally}) and the {@link vn.toam.submission.Fact}s an accepted one becomes, with
 * {@link vn.toam.submission.Completeness} beside them; and how its pages and lists show it. Rules only, no database.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "definition", "catalog", "geography", "unit", "round"})
@org.jspecify.annotations.NullMarked
package vn.toam.submission;

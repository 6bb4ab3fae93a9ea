/**
 * What happens by itself: nightly jobs, run by one of several servers ({@link vn.toam.jobs.Jobs}), and work with a moment of its own
 * ({@link vn.toam.jobs.DueWork}) that waits in a table until the {@link vn.toam.jobs.DueHandler} of its kind gets it, once.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
@org.jspecify.annotations.NullMarked
package vn.toam.jobs;

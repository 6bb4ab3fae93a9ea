/**
 * The trail: who did what when, to what. Append-only and tamper-evident. Every service writes an {@link vn.toam.audit.Entry} in the
 * transaction of the change it describes; every object's page shows its own timeline.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
@org.jspecify.annotations.NullMarked
package vn.toam.audit;

/**
 * Telling people: a {@link vn.toam.notice.Notice} under the bell of every page, a letter where it cannot wait, the deputy of who is absent
 * ({@link vn.toam.notice.Absences}). Modules tell through the {@link vn.toam.notice.Notifier} what they did, in their own words; this one knows
 * none of them.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "audit", "unit", "geography", "access"})
@org.jspecify.annotations.NullMarked
package vn.toam.notice;

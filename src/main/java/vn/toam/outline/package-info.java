/**
 * How a paper is laid out: broken lines made whole ({@link vn.toam.outline.Repair}), tables, the parts from letterhead to closing
 * ({@link vn.toam.outline.Frame}), numbered headings as a tree of {@link vn.toam.outline.Node}s and what each part is about
 * ({@link vn.toam.outline.Zones}). Pure Java.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"paper", "language"})
@org.jspecify.annotations.NullMarked
package vn.toam.outline;

/**
 * Reads any Vietnamese administrative plan: file → {@link vn.toam.encoding.SourceText} → {@link vn.toam.reader.PlanDraft}.
 *
 * <p>Pure Java: no Spring, no database. The words of the language are data, the grammar is code: one small recogniser per thing that a plan
 * says (targets, tasks, agencies, deadlines, citations), each finding with the place it was read from
 * ({@link vn.toam.language.Evidence}).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"encoding", "paper", "language", "outline"})
@org.jspecify.annotations.NullMarked
package vn.toam.reader;

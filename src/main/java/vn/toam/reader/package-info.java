/**
 * Reads any Vietnamese administrative plan: file → {@link vn.toam.paper.SourceText} → {@link vn.toam.reader.PlanDraft}.
 *
 * <p>Pure Java: no Spring, no database. The words of the language are data (<code>catalog/lexicon/*.yaml</code>), the grammar is
 * code: one small recogniser per phenomenon, each finding carries the place it was read from ({@link vn.toam.reader.Evidence}).
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "paper")
package vn.toam.reader;

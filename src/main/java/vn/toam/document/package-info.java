/**
 * Numbered papers of the administration: {@link vn.toam.document.Document}s, what they rest on ({@link vn.toam.document.LegalBasis}), to whom
 * they went, the files they came as. Knows papers only, not what is in them; whoever owns a paper decides who may read it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package vn.toam.document;

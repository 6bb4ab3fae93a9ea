/**
 * A paper as it comes – .txt, .docx, .doc, .odt, .rtf, .html, .mht, .pdf or pasted – turned into its
 * {@link vn.toam.encoding.SourceText}: by content, not by name, within a {@link vn.toam.paper.Budget}; what cannot be read is refused in
 * words ({@link vn.toam.paper.UnreadableFile}). Pure Java: no Spring, no database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "encoding")
@org.jspecify.annotations.NullMarked
package vn.toam.paper;

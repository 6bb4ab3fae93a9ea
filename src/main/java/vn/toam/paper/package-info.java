/**
 * A paper as it comes – .txt, .docx, .doc, .odt, .rtf, .html, .mht, .pdf or pasted – turned into its {@link vn.toam.paper.SourceText}: by content, not by name;
 * old Vietnamese encodings recognised and converted; what cannot be read refused in words ({@link vn.toam.paper.UnreadableFile}). Pure
 * Java: no Spring, no database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.toam.paper;

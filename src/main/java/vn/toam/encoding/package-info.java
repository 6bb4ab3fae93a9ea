/**
 * A text as it was meant: a {@link vn.toam.encoding.SourceText} in Unicode out of bytes and fonts of any age, with a
 * {@link vn.toam.encoding.Note} of what was put right on the way – encodings from before Unicode, letters torn apart, lost horns, words all
 * in capitals. Pure Java: no Spring, no database, no file format.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.toam.encoding;

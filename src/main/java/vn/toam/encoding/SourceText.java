package vn.toam.encoding;

import java.util.List;

/**
 * The text of a document as it was found in the file: the ground that every span of a reading refers to.
 *
 * @param text NFC Unicode with LF line ends and plain blanks; otherwise the document's own lines, so hard wraps, page numbers,
 *     bookmarks and glued words may still be there. Spans are char offsets {@code [start, end)} into this string.
 * @param notes warnings about the file for the user, for instance about an old character set
 */
public record SourceText(String text, List<Note> notes) {
    public SourceText {
        notes = List.copyOf(notes);
    }

    /** A text without warnings. */
    public static SourceText of(String text) {
        return new SourceText(text, List.of());
    }
}

package vn.toam.language;

import org.jspecify.annotations.Nullable;
import vn.toam.encoding.Note;

/**
 * Where a finding stands in the source and how sure the reader is of it.
 *
 * @param start first char of the passage in {@link SourceText#text()}
 * @param end one past its last char
 * @param confidence 0..1; 1 means that the text says it plainly
 * @param why what makes the reader less than sure; null when {@code confidence} is 1
 */
public record Evidence(
        int start, int end, double confidence, @Nullable Note why) {

    /** A finding that the text says plainly. */
    public static Evidence sure(int start, int end) {
        return new Evidence(start, end, 1, null);
    }

    /** A part of this place, counted in chars from its start. */
    public Evidence part(int from, int to) {
        return new Evidence(start + from, start + to, confidence, why);
    }

    /** The same place, less sure, with the reason; the lower confidence of the two stays. */
    public Evidence doubt(double limit, String key, String... args) {
        return limit >= confidence ? this : new Evidence(start, end, limit, Note.of(key, args));
    }
}

package vn.toam.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern over {@link View#low()} in both alphabets: as written, and without diacritics for texts that have none. Patterns are
 * written in lower case with single blanks, the way the view shows the text; {@code \\b} means "no letter follows", for all letters.
 */
final class Rx {
    private final Pattern accented;
    private final Pattern plain;

    private Rx(String regex) {
        String folded = foldLetters(regex.replace("\\b", "(?![\\p{L}])"));
        accented = Pattern.compile(folded);
        plain = Pattern.compile(Vi.strip(folded));
    }

    static Rx of(String regex) {
        return new Rx(regex);
    }

    /** Moves the tones but leaves the case of class escapes such as {@code \\S} alone. */
    private static String foldLetters(String regex) {
        String folded = Vi.fold(regex);
        StringBuilder out = new StringBuilder(regex.length());
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            out.append(c < 0x80 ? (folded.charAt(i) < 0x80 ? c : folded.charAt(i)) : folded.charAt(i));
        }
        return out.toString();
    }

    /** Searches the whole view. */
    Matcher in(View view) {
        return in(view, 0, view.low().length());
    }

    /** Searches {@code [start, end)}, cut to the view; look-arounds see beyond it. */
    Matcher in(View view, int start, int end) {
        int from = Math.clamp(start, 0, view.low().length());
        int to = Math.clamp(end, from, view.low().length());
        return view.low(view.plain() ? plain : accented).region(from, to).useTransparentBounds(true);
    }

    /** Whether the pattern occurs in {@code [start, end)}. */
    boolean found(View view, int start, int end) {
        return in(view, start, end).find();
    }
}

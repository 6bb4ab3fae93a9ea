package vn.toam.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern over {@link View#low()} in both alphabets: as written, and without diacritics for texts that have none. Patterns are
 * written in lower case with single blanks, the way the view shows the text; {@code \\b} means "no letter follows", for all letters.
 * Words that no match lacks spare the search where none of them stands.
 */
public final class Rx {
    private final Pattern accented;
    private final Pattern plain;

    private final List<String> needs;
    private final List<String> plainNeeds;

    private Rx(String regex, List<String> words) {
        needs = words.stream().map(Vi::fold).toList();
        plainNeeds = needs.stream().map(Vi::strip).toList();
        String folded = foldLetters(regex.replace("\\b", "(?![\\p{L}])"));
        accented = Pattern.compile(folded);
        plain = Pattern.compile(Vi.strip(folded));
    }

    /** The pattern; every match of it holds one of the words that it {@code needs}, if there are any. */
    public static Rx of(String regex, String... needs) {
        return new Rx(regex, List.of(needs));
    }

    /** Moves the tones but leaves the case of class escapes such as {@code \\S} alone. */
    static String foldLetters(String regex) {
        String folded = Vi.fold(regex);
        StringBuilder out = new StringBuilder(regex.length());
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            out.append(c < 0x80 ? (folded.charAt(i) < 0x80 ? c : folded.charAt(i)) : folded.charAt(i));
        }
        return out.toString();
    }

    /** Searches the whole view. */
    public Matcher in(View view) {
        return in(view, 0, view.low().length());
    }

    /** Searches {@code [start, end)}, cut to the view; look-arounds see beyond it. */
    public Matcher in(View view, int start, int end) {
        int from = Math.clamp(start, 0, view.low().length());
        int to = Math.clamp(end, from, view.low().length());
        Pattern pattern = view.plain() ? plain : accented;
        List<String> words = view.plain() ? plainNeeds : needs;
        if (!words.isEmpty() && !within(view, words, from, to)) {
            return pattern.matcher("");
        }
        return view.low(pattern).region(from, to).useTransparentBounds(true);
    }

    private static boolean within(View view, List<String> words, int from, int to) {
        for (String word : words) {
            if (view.words().within(word, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the pattern occurs in {@code [start, end)}. */
    public boolean found(View view, int start, int end) {
        return in(view, start, end).find();
    }
}

package vn.toam.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins words written with a blank after every letter ("T h ô n g  t ư"), an old way of stretching a heading. */
final class SpacedLetters {
    /** Four or more single letters; real lists of letters have commas or brackets between them. */
    private static final Pattern STRETCHED =
            Pattern.compile("(?=\\p{L} )(?<![\\p{L}\\p{N}])\\p{L}(?: {1,4}\\p{L}(?![\\p{L}\\p{N}])){3,}+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile(" {2,}");

    /** Letter lists ("i e y u") are syllables too, but short ones: a stretched heading has a word this long. */
    private static final int LONG_WORD = 3;

    /** A heading is shorter; more single letters in a row are something else. */
    private static final int LONGEST = 600;

    private SpacedLetters() {}

    static String join(String text, Syllables syllables) {
        return STRETCHED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(joinRun(found.group(), syllables)));
    }

    private static String joinRun(String run, Syllables syllables) {
        if (run.length() > LONGEST) {
            return run;
        }
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(run)) {
            List<String> cut = syllables.split(word.replace(" ", ""));
            if (cut.isEmpty()) {
                return run;
            }
            words.addAll(cut);
        }
        boolean stretched = words.stream().anyMatch(word -> word.length() >= LONG_WORD);
        return stretched ? String.join(" ", words) : run;
    }
}

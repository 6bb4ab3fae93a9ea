package vn.toam.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the ư back that text in TCVN3 loses on its way: its code is the soft hyphen, which many programs turn into a
 * hyphen ("t- liệu") or drop ("đợc"). Only what cannot be anything else is restored.
 */
final class LostHorns {
    /** No rhyme has ơ before c, ng or u; ươ has. */
    private static final Pattern LOST_BEFORE_HORNED_O =
            Pattern.compile("(?i)(?<![ưừứửữự])([ơờớởỡợ])(?=(?:c|ng|u)(?!\\p{L}))");

    private static final Pattern HYPHENED = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}*-\\p{L}*(?![\\p{L}\\p{N}-])");
    private static final Pattern LOST_AT_END = Pattern.compile("(?<=[ \\n])(nh|t)(?=[ \\n,;])");

    private LostHorns() {}

    static String restore(String text, Syllables syllables) {
        String out =
                HYPHENED.matcher(text).replaceAll(word -> Matcher.quoteReplacement(horned(word.group(), syllables)));
        out = LOST_BEFORE_HORNED_O.matcher(out).replaceAll("ư$1");
        return LOST_AT_END.matcher(out).replaceAll("$1ư");
    }

    private static String horned(String word, Syllables syllables) {
        String candidate = word.replace('-', 'ư');
        boolean small = word.chars().anyMatch(Character::isLowerCase);
        return small && syllables.isSyllable(candidate) ? candidate : word;
    }
}

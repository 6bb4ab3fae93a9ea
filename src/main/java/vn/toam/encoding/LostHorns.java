package vn.toam.encoding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the ư back that text in TCVN3 loses on its way: its code is the soft hyphen, which many programs turn into a
 * hyphen ("t- liệu") or drop ("đợc"). Only what can hardly be anything else is restored.
 */
final class LostHorns {
    /** No rhyme has ơ before c, ng or u; ươ has. */
    private static final Pattern LOST_BEFORE_HORNED_O =
            Pattern.compile("(?i)(?<![ưừứửữự])([ơờớởỡợ])(?=(?:c|ng|u)(?!\\p{L}))");

    private static final Pattern HYPHENED = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}*-\\p{L}*(?![\\p{L}\\p{N}-])");

    /** When a text has no ư at all: bare consonants, and words that hardly exist without it. */
    private static final Pattern LOST_ELSEWHERE = Pattern.compile(
            "(?<=[ \\n])(?:(?:[Nn]h|th|Th|t|s)(?=END)|[Nn]g(?=ờiEND)|[DdLlc](?=ớiEND)|[ml](?=uEND)|L(?=u[:,])|T(?= pháp))"
                    .replace("END", "(?:[ \\n,;:/]|$)"));

    private static final Pattern LOST_FIRST = Pattern.compile("(?<=[ \\n])u(?= (?:tiên|đãi|điểm|tú|việt)(?!\\p{L}))");

    private LostHorns() {}

    static String restore(String text, Syllables syllables) {
        String out =
                HYPHENED.matcher(text).replaceAll(word -> Matcher.quoteReplacement(horned(word.group(), syllables)));
        boolean dropped = out.indexOf('ư') < 0;
        out = LOST_BEFORE_HORNED_O.matcher(out).replaceAll("ư$1");
        if (dropped) {
            out = LOST_ELSEWHERE
                    .matcher(LOST_FIRST.matcher(out).replaceAll("ưu"))
                    .replaceAll("$0ư");
        }
        return out;
    }

    private static String horned(String word, Syllables syllables) {
        String candidate = word.replace('-', 'ư');
        boolean small = word.chars().anyMatch(Character::isLowerCase) || word.equals("T-");
        return small && syllables.isSyllable(candidate) ? candidate : word;
    }
}

package vn.toam.encoding;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts capitals back that old encodings lose. TCVN3 has one code for ế and Ế, so a heading comes out as "Kế HOạCH";
 * the same damage is found in Unicode files that somebody converted long ago.
 */
final class Capitals {
    /** Neighbouring words without a lower-case ASCII letter; digits and punctuation may stand between them. */
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{L}\\p{M}])[\\p{L}&&[^a-z]](?:[^a-z\\n]*[\\p{L}&&[^a-z]])?(?![\\p{L}\\p{M}])");

    /** Inside a word: a small accented letter beside a capital to its right, which no right spelling has. */
    private static final Pattern DAMAGED = Pattern.compile("[\\p{Ll}&&[^a-z]]\\p{Lu}|\\p{Lu}{2,}[\\p{Ll}&&[^a-z]]");

    /** Start of a list item or sentence, with a letter whose capital has no code of its own in TCVN3. */
    private static final Pattern START = Pattern.compile(
            "(?m)(^[ \\t]*(?:[-+*•][ \\t]*|\\d++(?:\\.\\d++)*+[.)][ \\t]*|\\p{L}\\)[ \\t]*)|[.!?:]\\n[ \\t]*|\\p{L}[.!?] +)[\\p{Ll}&&[^a-zđăâêôơư]]");

    private static final Pattern COMMITTEE = Pattern.compile("(?<!\\p{L})ủy(?=\\s+ban\\s)");
    private static final Pattern SMALL_HEADING =
            Pattern.compile("(?m)^ *(?:[IVX]+|[ivx]+)[.)/-] *[^\\p{Lu}\\n]{3,120}$");
    private static final Pattern TITLE = Pattern.compile(
            "(?mi)^[ \\t]*(?:cộng ho[àò]a? xã hội chủ nghĩa việt nam"
                    + "|kế hoạch|quyết định|nghị quyết|chỉ thị|chương trình|đề án|hướng dẫn|báo cáo|thông báo|tờ trình)[ \\t]*$");

    private Capitals() {}

    /** Raises small accented letters among capitals: "CộNG HOà Xã HộI" becomes "CỘNG HOÀ XÃ HỘI". */
    static String repair(String text) {
        return DAMAGED.matcher(text).find()
                ? replaceAll(RUN, text, run -> DAMAGED.matcher(run).find() ? upper(run) : run)
                : text;
    }

    /** What only text out of TCVN3 needs: capitals of headings, of sentences, list items and "Ủy ban". */
    static String restore(String text) {
        String out = replaceAll(START, repair(text), Capitals::upperLast);
        out = replaceAll(COMMITTEE, out, Capitals::upperFirst);
        out = replaceAll(SMALL_HEADING, out, Capitals::upper);
        return replaceAll(TITLE, out, Capitals::upper);
    }

    private static String replaceAll(Pattern pattern, String text, UnaryOperator<String> change) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(change.apply(found.group())));
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String upperFirst(String text) {
        return upper(text.substring(0, 1)) + text.substring(1);
    }

    private static String upperLast(String text) {
        int last = text.length() - 1;
        return text.substring(0, last) + upper(text.substring(last));
    }
}

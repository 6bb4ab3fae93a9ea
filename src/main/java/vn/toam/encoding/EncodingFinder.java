package vn.toam.encoding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises old Vietnamese encodings by counting syllables: each line is decoded in every known way, and every word
 * with a letter outside ASCII counts for or against that way. The text as a whole gives the encoding; a single line may
 * differ (a heading pasted from an old file) when its own words say so clearly.
 */
public final class EncodingFinder {
    /** Fewer words than this in favour of a conversion may be chance: foreign names, formulas. */
    private static final int ENOUGH_WORDS = 2;

    private final Syllables syllables;
    private final Map<String, int[]> votes = new HashMap<>();
    private final Set<LegacyEncoding> converted = EnumSet.noneOf(LegacyEncoding.class);

    EncodingFinder(Syllables syllables) {
        this.syllables = syllables;
    }

    /** The encodings that some text was converted out of so far; empty when everything was Unicode. */
    Set<LegacyEncoding> converted() {
        return converted;
    }

    /** The text with every line in Unicode; lines are separated by line feeds. */
    String toUnicode(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        List<Map<LegacyEncoding, Integer>> scores = new ArrayList<>(lines.length);
        Map<LegacyEncoding, Integer> total = new EnumMap<>(LegacyEncoding.class);
        for (String line : lines) {
            Map<LegacyEncoding, Integer> score = scores(line);
            scores.add(score);
            score.forEach((encoding, points) -> total.merge(encoding, points, Integer::sum));
        }
        LegacyEncoding whole = best(total, LegacyEncoding.UNICODE);
        for (int i = 0; i < lines.length; i++) {
            LegacyEncoding encoding = best(scores.get(i), whole);
            if (encoding != LegacyEncoding.UNICODE) {
                lines[i] = convert(encoding, lines[i]);
            }
        }
        return String.join("\n", lines);
    }

    /** Decodes text known to be in this encoding and remembers that there was some. */
    String convert(LegacyEncoding encoding, String text) {
        String decoded = encoding.decode(text);
        if (!decoded.equals(text)) {
            converted.add(encoding);
        }
        return decoded;
    }

    /** True when the words of the text are no less Vietnamese after decoding; used to check what a font name claims. */
    boolean gainsFrom(LegacyEncoding encoding, String text) {
        int[] points = points(text);
        return points[encoding.ordinal()] >= points[LegacyEncoding.UNICODE.ordinal()];
    }

    private Map<LegacyEncoding, Integer> scores(String line) {
        int[] points = points(line);
        Map<LegacyEncoding, Integer> scores = new EnumMap<>(LegacyEncoding.class);
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            scores.put(encoding, points[encoding.ordinal()]);
        }
        return scores;
    }

    /** For every encoding how many words with a letter outside ASCII are syllables in it, less those that are none. */
    private int[] points(String line) {
        int[] points = new int[LegacyEncoding.values().length];
        int start = 0;
        boolean ascii = true;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || betweenWords(line.charAt(i))) {
                if (!ascii) {
                    add(points, votes.computeIfAbsent(line.substring(start, i), this::votes));
                }
                start = i + 1;
                ascii = true;
            } else {
                ascii &= line.charAt(i) < 0x80;
            }
        }
        return points;
    }

    private static void add(int[] points, int[] votes) {
        for (int i = 0; i < points.length; i++) {
            points[i] += votes[i];
        }
    }

    private int[] votes(String word) {
        int[] votes = new int[LegacyEncoding.values().length];
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            votes[encoding.ordinal()] = syllables.isSyllable(encoding.decode(word)) ? 1 : -1;
        }
        return votes;
    }

    private static boolean betweenWords(char c) {
        return c < 0x80
                ? !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') && c > 0x1f && c != 0x7f || c >= '\t' && c <= '\r'
                : c == '\u00a0' || c >= '\u2010' && c <= '\u2027';
    }

    private static LegacyEncoding best(Map<LegacyEncoding, Integer> scores, LegacyEncoding preferred) {
        LegacyEncoding best = preferred;
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            if (points(scores, encoding) >= points(scores, best) + ENOUGH_WORDS) {
                best = encoding;
            }
        }
        return points(scores, best) > 0 || best == preferred ? best : preferred;
    }

    private static int points(Map<LegacyEncoding, Integer> scores, LegacyEncoding encoding) {
        return scores.getOrDefault(encoding, 0);
    }
}

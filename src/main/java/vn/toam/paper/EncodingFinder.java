package vn.toam.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises old Vietnamese encodings by counting syllables: each line is decoded in every known way, and every word
 * with a letter outside ASCII counts for or against that way. The text as a whole gives the encoding; a single line may
 * differ (a heading pasted from an old file) when its own words say so clearly.
 */
final class EncodingFinder {
    /** Fewer words than this in favour of a conversion may be chance: foreign names, formulas. */
    private static final int ENOUGH_WORDS = 2;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Punct}\\d\u2010-\u2027\u00a0]+");

    private final Syllables syllables;
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
        return score(encoding, text) >= score(LegacyEncoding.UNICODE, text);
    }

    private Map<LegacyEncoding, Integer> scores(String line) {
        Map<LegacyEncoding, Integer> scores = new EnumMap<>(LegacyEncoding.class);
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            scores.put(encoding, score(encoding, line));
        }
        return scores;
    }

    private int score(LegacyEncoding encoding, String line) {
        int score = 0;
        for (String word : BETWEEN_WORDS.split(line)) {
            if (word.chars().anyMatch(c -> c >= 0x80)) {
                score += syllables.isSyllable(encoding.decode(word)) ? 1 : -1;
            }
        }
        return score;
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

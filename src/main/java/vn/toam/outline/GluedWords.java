package vn.toam.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toam.language.Lexicon;
import vn.toam.language.Vi;

/**
 * Sets back the blanks that were lost between words ("củaỦyban"). A Vietnamese syllable is an onset and a rhyme from short lists,
 * so a token that is no syllable, but can be cut into syllables this text uses elsewhere, was glued.
 */
final class GluedWords {
    private static final int LONGEST = 40;
    private final List<String> onsets;
    private final Set<String> rhymes;

    GluedWords(Lexicon lexicon) {
        onsets = lexicon.list("onsets");
        rhymes = new HashSet<>(lexicon.list("rhymes"));
    }

    List<Line> separate(List<Line> paragraphs) {
        Map<String, Integer> counts = new HashMap<>();
        for (Line p : paragraphs) {
            forEachToken(p, (s, e) -> counts.merge(Vi.fold(p.text.substring(s, e)), 1, Integer::sum));
        }
        Map<String, List<Integer>> known = new HashMap<>();
        List<Line> out = new ArrayList<>(paragraphs.size());
        for (Line p : paragraphs) {
            List<Integer> cuts = new ArrayList<>();
            forEachToken(p, (s, e) -> {
                String token = p.text.substring(s, e);
                if (suspicious(token)) {
                    known.computeIfAbsent(Vi.fold(token), t -> cuts(t, counts)).forEach(c -> cuts.add(s + c));
                }
            });
            out.add(cuts.isEmpty() ? p : cut(p, cuts));
        }
        return out;
    }

    private static Line cut(Line p, List<Integer> cuts) {
        Line out = p.part(0, cuts.getFirst());
        for (int i = 0; i < cuts.size(); i++) {
            out.append(p.part(cuts.get(i), i + 1 < cuts.size() ? cuts.get(i + 1) : p.text.length()));
        }
        return out;
    }

    private interface TokenAction {
        void accept(int start, int end);
    }

    private static void forEachToken(Line p, TokenAction action) {
        int s = -1;
        for (int i = 0; i <= p.text.length(); i++) {
            boolean letter = i < p.text.length() && Character.isLetter(p.text.charAt(i));
            if (letter && s < 0) {
                s = i;
            } else if (!letter && s >= 0) {
                action.accept(s, i);
                s = -1;
            }
        }
    }

    /** Long enough, no abbreviation, and no syllable itself. */
    private boolean suspicious(String token) {
        if (token.length() < 4 || token.length() > LONGEST) {
            return false;
        }
        long capitals = token.chars().skip(1).filter(Character::isUpperCase).count();
        return capitals <= 1 && !isSyllable(Vi.strip(Vi.fold(token)));
    }

    private boolean isSyllable(String plain) {
        for (String onset : onsets) {
            if (plain.startsWith(onset) && rhymes.contains(plain.substring(onset.length()))) {
                return true;
            }
        }
        return rhymes.contains(plain);
    }

    /** The best places to cut, or none: every piece a syllable, preferring pieces the text has as words. */
    private List<Integer> cuts(String token, Map<String, Integer> counts) {
        String plain = Vi.strip(token);
        int n = token.length();
        double[] best = new double[n + 1];
        int[] from = new int[n + 1];
        java.util.Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        for (int e = 1; e <= n; e++) {
            for (int s = Math.max(0, e - 7); s < e; s++) {
                Double score = best[s] > Double.NEGATIVE_INFINITY ? score(token, plain, s, e, counts) : null;
                if (score != null && best[s] + score > best[e]) {
                    best[e] = best[s] + score;
                    from[e] = s;
                }
            }
        }
        List<Integer> cuts = new ArrayList<>();
        boolean foreign = plain.equals(token) && best[n] < -8.5;
        for (int e = foreign ? 0 : n; e > 0 && best[n] > Double.NEGATIVE_INFINITY; e = from[e]) {
            if (from[e] > 0) {
                cuts.addFirst(from[e]);
            }
        }
        return cuts;
    }

    private @Nullable Double score(String token, String plain, int s, int e, Map<String, Integer> counts) {
        if (!isSyllable(plain.substring(s, e))) {
            return null;
        }
        int count = counts.getOrDefault(token.substring(s, e), 0);
        return count == 0 ? -9.0 : Math.log(count) - 4.0;
    }
}

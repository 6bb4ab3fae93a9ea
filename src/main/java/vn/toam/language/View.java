package vn.toam.language;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.encoding.Note;
import vn.toam.paper.Budget;

/**
 * The working view of a source: damage repaired, one paragraph a line, every char mapped back to the source.
 *
 * @param text repaired text, paragraphs separated by LF
 * @param low {@code text} folded by {@link Vi#fold} (and without diacritics when {@code plain}), same length
 * @param at source offset of every char of {@code text}
 * @param plain the source has no diacritics
 * @param paragraphs the ranges between the line ends, in order
 * @param budget what reading this text may cost
 * @param words where the words of {@code low} stand
 * @param doubt why nothing read from this text is sure; null for an ordinary plan
 */
public record View(
        String text,
        String low,
        int[] at,
        boolean plain,
        List<Range> paragraphs,
        Budget budget,
        Words words,
        @Nullable Note doubt) {

    public View(String text, String low, int[] at, boolean plain, List<Range> paragraphs, Budget budget) {
        this(text, low, at, plain, paragraphs, budget, new Words(low, budget), null);
    }

    /** Comparing one letter costs so much less than looking at it in a pattern. */
    private static final int CHEAP = 8;

    /** A name is short; a pattern that costs more on it is wrong. */
    private static final long PROBE_STEPS = 1_000_000;

    /** A range of the view. */
    public record Range(int start, int end) {}

    /** How sure anything is that was read from a text that does not look like a plan. */
    static final double DOUBTFUL = 0.3;

    /** The same view, with a reason why nothing in it is sure. */
    public View doubted(Note why) {
        return new View(text, low, at, plain, paragraphs, budget, words, why);
    }

    /** The last such letter in {@code [from, to]}, or -1: never a search back to the start of the text. */
    public int last(char letter, int from, int to) {
        int p = Math.min(to, text.length() - 1);
        while (p >= from && text.charAt(p) != letter) {
            p--;
        }
        budget.spend((to - p) / CHEAP);
        return p >= from ? p : -1;
    }

    /** The start of the paragraph that holds a place. */
    public int paragraphStart(int place) {
        int low = 0;
        int high = paragraphs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (paragraphs.get(middle).start() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return paragraphs.isEmpty() ? 0 : paragraphs.get(low).start();
    }

    /** Source evidence for a range of the view. */
    public Evidence evidence(int start, int end) {
        if (at.length == 0) {
            return Evidence.sure(0, 0);
        }
        int s = Math.min(start, at.length - 1);
        int e = Math.max(s, Math.min(end, at.length) - 1);
        return doubt == null ? Evidence.sure(at[s], at[e] + 1) : new Evidence(at[s], at[e] + 1, DOUBTFUL, doubt);
    }

    /** A view of a single folded string, for patterns that look at a name. */
    public static View probe(String low) {
        return probe(low, false);
    }

    public static View probe(String low, boolean plain) {
        return new View(low, low, new int[0], plain, List.of(), new Budget(PROBE_STEPS, Duration.ofSeconds(1)));
    }

    /** Matches against {@link #low()}, at the cost of the budget. */
    Matcher low(Pattern pattern) {
        return pattern.matcher(budget.watch(low));
    }

    /** Matches against {@link #text()} in {@code [start, end)}, at the cost of the budget. */
    public Matcher text(Pattern pattern, int start, int end) {
        int to = Math.min(end, text.length());
        return pattern.matcher(budget.watch(text)).region(Math.min(start, to), to);
    }

    public Evidence evidence(Range r) {
        return evidence(r.start(), r.end());
    }

    /** The repaired words of a range, trimmed, on one line. */
    public String slice(int start, int end) {
        return text.substring(start, end).replace('\n', ' ').trim();
    }

    /** Shrinks a range so that it neither starts nor ends with a blank or one of the given chars. */
    public Range trim(int start, int end, String alsoAtEnd) {
        int s = start;
        int e = end;
        while (s < e && Character.isWhitespace(text.charAt(s))) {
            s++;
        }
        while (e > s && (Character.isWhitespace(text.charAt(e - 1)) || alsoAtEnd.indexOf(text.charAt(e - 1)) >= 0)) {
            e--;
        }
        return new Range(s, e);
    }

    public boolean upper(int start, int end) {
        int upper = 0;
        int lower = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLowerCase(c)) {
                lower++;
            }
        }
        return upper > 2 && lower * 10 <= upper;
    }
}

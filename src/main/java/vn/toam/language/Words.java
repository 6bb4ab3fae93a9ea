package vn.toam.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import vn.toam.paper.Budget;

/** Where words stand in a text; each word is looked up once, at its first use. Not thread-safe, like the reading it belongs to. */
public final class Words {
    /** Stands for any figure. */
    public static final String DIGIT = "\\d";

    /** Comparing a letter with that of a word costs so much less than looking at it in a pattern. */
    private static final int CHEAPER = 8;

    private final String text;
    private final Budget budget;
    private final Map<String, int[]> places = new HashMap<>();

    Words(String text, Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    /** Whether the whole word stands somewhere in {@code [start, end)}. */
    boolean within(String word, int start, int end) {
        return first(word, start, end) >= 0;
    }

    /** Where the whole word stands first in {@code [start, end)}, or -1. */
    public int first(String word, int start, int end) {
        int[] found = places.computeIfAbsent(word, this::find);
        int at = Arrays.binarySearch(found, start);
        int next = at < 0 ? -at - 1 : at;
        int length = word.equals(DIGIT) ? 1 : word.length();
        return next < found.length && found[next] + length <= end ? found[next] : -1;
    }

    private int[] find(String word) {
        budget.spend(text.length() / CHEAPER);
        int[] found = new int[16];
        int count = 0;
        for (int p = next(word, 0); p >= 0; p = next(word, p + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = p;
        }
        return Arrays.copyOf(found, count);
    }

    private int next(String word, int from) {
        if (!word.equals(DIGIT)) {
            return text.indexOf(word, from);
        }
        int p = from;
        while (p < text.length() && !(text.charAt(p) >= '0' && text.charAt(p) <= '9')) {
            p++;
        }
        return p < text.length() ? p : -1;
    }
}

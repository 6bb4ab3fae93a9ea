package vn.toam.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts a paragraph at semicolons and full stops, not inside brackets, numbers and abbreviations. */
public final class Clauses {
    /** The piece between full stops and semicolons. */
    public record Clause(int start, int end, boolean newSentence) {}

    /** A clause of real plans is shorter; beyond this it is cut at a blank, so that time grows with the text. */
    private static final int LONGEST = 1_200;

    private static final int MOST_FIGURES = 40;

    private Clauses() {}

    /** The clauses as pairs of start and end. */
    public static List<int[]> split(View view, int start, int end) {
        return in(view, start, end).stream()
                .map(c -> new int[] {c.start(), c.end()})
                .toList();
    }

    public static List<Clause> in(View view, int start, int end) {
        List<Clause> out = new ArrayList<>();
        int from = start;
        boolean fresh = true;
        int depth = 0;
        int figures = 0;
        for (int i = start; i < end; i++) {
            char c = view.text().charAt(i);
            depth = c == '(' ? depth + 1 : c == ')' ? Math.max(0, depth - 1) : depth;
            boolean stop = c == '.'
                    && i + 2 < end
                    && view.text().charAt(i + 1) == ' '
                    && opens(view.text().charAt(i + 2))
                    && i - from > 8;
            boolean figure = Character.isDigit(c)
                    && (i == start || !Character.isDigit(view.text().charAt(i - 1)));
            figures += figure ? 1 : 0;
            boolean endless = (i - from > LONGEST || figures > MOST_FIGURES) && c == ' ' || i - from > 2 * LONGEST;
            if (endless || depth == 0 && (c == ';' || stop)) {
                out.add(new Clause(from, i, fresh));
                from = i + 1;
                figures = 0;
                fresh = stop;
            }
        }
        out.add(new Clause(from, end, fresh));
        return out;
    }

    private static boolean opens(char c) {
        return Character.isUpperCase(c) || Character.isDigit(c) || c == '"' || c == '“';
    }
}

package vn.toam.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Field;
import vn.toam.definition.Form;

/**
 * What was counted from records for a return, by line; lines of which nothing is known are not among them.
 *
 * @param at when it was first counted; null: not yet
 * @param fills how many versions of the return came of lines filled with it
 */
public record Tallies(Map<String, Tally> lines, @Nullable Instant at, int fills) {

    static final Tallies NONE = new Tallies(Map.of(), null, 0);

    /** The same return counted again. @param filled figures with the lines that were filled, or as they were */
    public record Counted(Submission of, Map<String, Tally> lines, Map<String, BigDecimal> filled) {

        public boolean fills() {
            return !filled.equals(of.figures());
        }

        /** There is something to keep. */
        public boolean changes() {
            return fills()
                    || of.tallies().at() == null
                    || !lines.equals(of.tallies().lines());
        }
    }

    /**
     * Lays a new count over a return: an empty line that never stood as counted takes it, whatever somebody typed stays.
     *
     * @param fill false: nothing is filled
     */
    public static Counted again(Form form, Submission of, Map<String, Tally> now, boolean fill) {
        Map<String, Tally> lines = new TreeMap<>();
        Map<String, BigDecimal> filled = new TreeMap<>(of.figures());
        now.forEach((line, tally) -> {
            Tally known =
                    tally.after(of.tallies().lines().get(line), of.figures().get(line));
            Field field = form.field(line).orElseThrow();
            if (fill && !filled.containsKey(line) && known.held() == null && field.accepts(tally.figure())) {
                filled.put(line, tally.figure());
                known = tally.after(null, tally.figure());
            }
            lines.put(line, known);
        });
        return new Counted(of, lines, filled);
    }
}

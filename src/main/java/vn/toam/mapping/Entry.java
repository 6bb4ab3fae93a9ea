package vn.toam.mapping;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * What one row, or one thing that the table is about, would come to.
 *
 * @param key what makes it one thing: two entries with one key are one too many; blank: not known
 * @param name what it is called, or what the file says
 * @param row its row in the file
 * @param changes values that differ
 * @param texts longer ones
 * @param same values of the file that stand there already
 * @param warnings what is odd about it and does not keep it from being saved
 * @param faults why nothing of it is taken; empty: it can be
 * @param doubts what the sender may choose, so that it can be
 * @param memo what its target needs to save it and take it back
 */
public record Entry(
        String key,
        String name,
        int row,
        Status status,
        List<Change> changes,
        List<Change> texts,
        int same,
        List<Text> warnings,
        List<Fault> faults,
        List<Doubt> doubts,
        Map<String, String> memo) {

    /** What would happen. */
    public enum Status {
        /** There was nothing of it yet. */
        NEW,
        /** Some of its values would change. */
        CHANGED,
        /** Nothing would change. */
        SAME,
        /** The sender must choose first; nothing of it is taken until then. */
        DOUBTFUL,
        /** Nothing of it is taken. */
        WRONG;

        /** True when there is something to save. */
        public boolean saves() {
            return this == NEW || this == CHANGED;
        }
    }

    /**
     * One value, as its target writes it down.
     *
     * @param column whose
     * @param before null: nothing
     * @param after what would stand there
     * @param raw the text of the file, where it is not spelt like that
     * @param beside what to hold it against, such as the figure of the year before; null: nothing
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Change(
            String column,
            @Nullable String before,
            String after,
            @Nullable String raw,
            @Nullable String beside) {}

    /**
     * What a cell may mean.
     *
     * @param column whose cell
     * @param said what it says
     * @param choices what it may mean, the likeliest first
     * @param open something else may be typed
     */
    public record Doubt(String column, String said, List<Choice> choices, boolean open) {}

    /** One of several meanings. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Choice(String code, String name) {}

    /** One of which nothing is taken. @param key blank: not known */
    public static Entry refused(String key, String name, int row, Fault fault, List<Doubt> doubts) {
        return new Entry(
                key, name, row, Status.WRONG, List.of(), List.of(), 0, List.of(), List.of(fault), doubts, Map.of());
    }

    /** The same, of which nothing is taken. */
    public Entry refused(Fault fault) {
        List<Fault> all = new ArrayList<>(faults);
        all.add(fault);
        return new Entry(key, name, row, Status.WRONG, changes, texts, same, List.of(), all, doubts, memo);
    }
}

package vn.toam.definition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A figure counted from the records of a {@link Register}.
 *
 * @param line the line of a form that it fills; null: shown beside the register only
 * @param states records in one of these states are counted; empty: in any that is not cancelled by {@code except}
 * @param except states that are never counted
 * @param where what holds for a counted record: field to codes ({@code true} and {@code false} for yes and no); a {@code table.column} holds for
 *     the counted row where {@code rows} are counted, otherwise for any row
 * @param without derived states that are left out
 * @param rows the table whose rows are counted, or added up, instead of the records; null: the records
 * @param inTime only what was done by the day it was due
 * @param field the number that a SUM adds up; with {@code rows} {@code table.column}
 * @param through the field, or {@code table.column}, whose values are counted once each: records where it refers to a register, otherwise villages,
 *     units, agencies or words. DISTINCT asks for it, a STOCK may have it
 * @param whose what holds for the records referred to
 * @param proven only records with a file are counted; those without are told beside
 */
public record RecordCount(
        String id,
        Text name,
        @Nullable String line,
        Of of,
        List<String> states,
        List<String> except,
        Map<String, List<String>> where,
        List<String> without,
        @Nullable String rows,
        @Nullable InTime inTime,
        @Nullable String field,
        @Nullable String through,
        Map<String, List<String>> whose,
        boolean proven) {

    public RecordCount {
        states = states == null ? List.of() : List.copyOf(states);
        except = except == null ? List.of() : List.copyOf(except);
        where = where == null ? Map.of() : Map.copyOf(where);
        without = without == null ? List.of() : List.copyOf(without);
        whose = whose == null ? Map.of() : Map.copyOf(whose);
    }

    /** The same count for another line. */
    public RecordCount feeding(String other) {
        return new RecordCount(
                id, name, other, of, states, except, where, without, rows, inTime, field, through, whose, proven);
    }

    /** How it is counted. */
    public enum Of {
        /** Records that are in the states on the last day of the window. */
        STOCK,
        /** Records whose leading day lies in the window. */
        FLOW,
        /** The number in {@code field}, added up over records whose leading day lies in the window. */
        SUM,
        /** What those of the window name in {@code through}, each once. */
        DISTINCT
    }

    /**
     * Two days of a record, or of a counted row as {@code table.column}.
     *
     * @param done the day on which it was done; empty: not yet, so not in time
     * @param due the last day on which it was in time
     */
    public record InTime(String done, String due) {}
}

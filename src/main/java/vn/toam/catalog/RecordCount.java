package vn.toam.catalog;

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
 * @param where what holds for a counted record: field to codes ({@code true} and {@code false} for yes and no)
 * @param without derived states that are left out
 * @param field the number that a SUM adds up
 * @param through the field, or {@code table.column}, whose records are counted once each by DISTINCT
 * @param whose what holds for those records
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

    /** How it is counted. */
    public enum Of {
        /** Records that are in the states on the last day of the window. */
        STOCK,
        /** Records whose leading day lies in the window. */
        FLOW,
        /** The number in {@code field}, added up over records whose leading day lies in the window. */
        SUM,
        /** Records that those of the window refer to, each once. */
        DISTINCT
    }
}

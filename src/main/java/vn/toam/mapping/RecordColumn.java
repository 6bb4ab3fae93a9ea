package vn.toam.mapping;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toam.shared.Text;

/**
 * A column of a list of records.
 *
 * @param id unique within the list
 * @param name as its heading says it
 * @param synonyms what else headings say for it, with or without marks
 * @param required a new record must have it
 * @param options what a {@link Kind#CODE} may be
 * @param many a {@code CODE} may hold several, separated by commas or semicolons
 * @param min smallest value of a number; null: any
 */
public record RecordColumn(
        String id,
        Text name,
        List<String> synonyms,
        Kind kind,
        boolean required,
        List<Option> options,
        boolean many,
        @Nullable BigDecimal min) {

    /** What its cells hold and how that is written: numbers and years plain, days as 2026-11-30, yes and no as true and false, a code as itself. */
    public enum Kind {
        TEXT,
        LONG,
        INTEGER,
        DECIMAL,
        /** A whole number that is neither grouped nor added up. */
        YEAR,
        DATE,
        YES_NO,
        CODE;

        /** True for what is added up. */
        boolean number() {
            return this == INTEGER || this == DECIMAL;
        }
    }

    /** A value of a closed list. @param code what is kept */
    public record Option(String code, Text name) {}

    /** What is no code. */
    public static RecordColumn of(String id, Text name, Kind kind, boolean required, String... synonyms) {
        return new RecordColumn(id, name, List.of(synonyms), kind, required, List.of(), false, null);
    }

    /** One of a closed list. */
    public static RecordColumn code(String id, Text name, boolean required, List<Option> options, String... synonyms) {
        return new RecordColumn(id, name, List.of(synonyms), Kind.CODE, required, options, false, null);
    }
}

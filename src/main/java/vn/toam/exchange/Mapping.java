package vn.toam.exchange;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.LineRules;

/**
 * How a table is to be read.
 *
 * @param sheet the sheet the figures are on
 * @param shape which way the table runs
 * @param header number of the row with the headings
 * @param first number of the first row with figures
 * @param key column, from 0, that names the unit ({@code UNITS_DOWN}) or the line of the form ({@code LINES_DOWN}); -1: not known
 * @param name column that names it a second time: code and name must agree; null: none
 * @param fields by column: which line of the form stands there ({@code UNITS_DOWN})
 * @param value column with the figures ({@code LINES_DOWN}); -1: not known
 * @param note column with remarks ({@code LINES_DOWN}); -1: none
 * @param unit code or name of the unit the whole table is about ({@code LINES_DOWN}); blank: not known
 * @param spelling of the figures, where the sender said it; null: not said
 * @param chosen units that the sender chose by hand: what the table says to code
 */
public record Mapping(
        String sheet,
        Shape shape,
        int header,
        int first,
        int key,
        @Nullable Integer name,
        Map<Integer, String> fields,
        int value,
        int note,
        String unit,
        LineRules.@Nullable Spelling spelling,
        Map<String, String> chosen) {

    public Mapping {
        chosen = chosen == null ? Map.of() : chosen;
    }

    /** Which way a table runs. */
    public enum Shape {
        /** A row for each unit, a column for each line of the form. */
        UNITS_DOWN,
        /** A row for each line of the form, figures of one unit in one column. */
        LINES_DOWN
    }

    /** True when nothing has to be asked any more. */
    boolean complete() {
        return key >= 0 && (shape == Shape.UNITS_DOWN ? !fields.isEmpty() : value >= 0 && !unit.isBlank());
    }

    /** The second column of names; -1: none. */
    int second() {
        return name == null ? -1 : name;
    }

    /** The same about a unit, where none is known. */
    Mapping about(String code) {
        return new Mapping(
                sheet,
                shape,
                header,
                first,
                key,
                name,
                fields,
                value,
                note,
                unit.isBlank() ? code : unit,
                spelling,
                chosen);
    }

    /** The same columns of a table whose headings stand elsewhere: a title more or less above them moves every row. */
    Mapping placed(Mapping there) {
        return new Mapping(
                sheet, shape, there.header, there.first, key, name, fields, value, note, unit, spelling, chosen);
    }

    /** The same for figures that are spelt so. */
    Mapping spelt(LineRules.Spelling said) {
        return new Mapping(sheet, shape, header, first, key, name, fields, value, note, unit, said, chosen);
    }

    /** The same with units chosen by hand, beside those chosen before. */
    Mapping choosing(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(chosen);
        all.putAll(more);
        return new Mapping(sheet, shape, header, first, key, name, fields, value, note, unit, spelling, all);
    }
}

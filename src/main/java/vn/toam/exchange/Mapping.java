package vn.toam.exchange;

import java.util.Map;

/**
 * How a table is to be read.
 *
 * @param sheet the sheet the figures are on
 * @param shape which way the table runs
 * @param header number of the row with the headings
 * @param first number of the first row with figures
 * @param key column, from 0, that names the unit ({@code UNITS_DOWN}) or the line of the form ({@code LINES_DOWN}); -1: not known
 * @param fields by column: which line of the form stands there ({@code UNITS_DOWN})
 * @param value column with the figures ({@code LINES_DOWN}); -1: not known
 * @param note column with remarks ({@code LINES_DOWN}); -1: none
 * @param unit code or name of the unit the whole table is about ({@code LINES_DOWN}); blank: not known
 */
public record Mapping(
        String sheet,
        Shape shape,
        int header,
        int first,
        int key,
        Map<Integer, String> fields,
        int value,
        int note,
        String unit) {

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
}

package vn.toam.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.LineRules;
import vn.toam.mapping.FigureSpelling;
import vn.toam.mapping.Mapping;

/**
 * How a table of figures is to be read.
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
public record FigureTable(
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

    /** What a column may be that is no line of the form. */
    static final String UNIT = "@unit";

    static final String LINE = "@line";
    /** The unit or line named a second time. */
    static final String SECOND = "@second";

    static final String VALUE = "@value";
    static final String NOTE = "@note";

    /** What is asked beside the columns. */
    static final String WHOLE = "unit";

    /** Which way a table runs. */
    public enum Shape {
        /** A row for each unit, a column for each line of the form. */
        UNITS_DOWN,
        /** A row for each line of the form, figures of one unit in one column. */
        LINES_DOWN
    }

    /** What the sender said of the columns. */
    static FigureTable of(Mapping mapping) {
        boolean down = mapping.column(VALUE) >= 0 || mapping.column(LINE) >= 0 && mapping.column(UNIT) < 0;
        Map<Integer, String> fields = new TreeMap<>(mapping.columns());
        fields.values().removeIf(id -> down || id.startsWith("@"));
        int second = mapping.column(SECOND);
        Map<String, String> chosen = new HashMap<>();
        mapping.chosen().forEach((said, code) -> chosen.put(said.substring(said.indexOf(':') + 1), code));
        return new FigureTable(
                mapping.sheet(),
                down ? Shape.LINES_DOWN : Shape.UNITS_DOWN,
                mapping.header(),
                mapping.first(),
                mapping.column(down ? LINE : UNIT),
                second < 0 ? null : Integer.valueOf(second),
                fields,
                mapping.column(VALUE),
                mapping.column(NOTE),
                mapping.answer(WHOLE),
                FigureSpelling.of(mapping),
                chosen);
    }

    /** The same as the sender is asked for it. */
    Mapping mapping() {
        Map<Integer, String> columns = new TreeMap<>(fields);
        put(columns, note, NOTE);
        put(columns, value, VALUE);
        put(columns, second(), SECOND);
        put(columns, key, shape == Shape.LINES_DOWN ? LINE : UNIT);
        Map<String, String> answers = new HashMap<>();
        answers.put(WHOLE, unit);
        answers.put(FigureSpelling.ID, FigureSpelling.answer(spelling));
        answers.values().removeIf(String::isBlank);
        Map<String, String> meant = new HashMap<>();
        chosen.forEach((said, code) -> meant.put(UNIT + ":" + said, code));
        return new Mapping(sheet, header, first, columns, answers, meant);
    }

    private static void put(Map<Integer, String> columns, int column, String id) {
        if (column >= 0) {
            columns.put(column, id);
        }
    }

    /** True when nothing has to be asked any more. */
    boolean complete() {
        return key >= 0 && (shape == Shape.UNITS_DOWN ? !fields.isEmpty() : value >= 0 && !unit.isBlank());
    }

    /** The second column of names; -1: none. */
    int second() {
        return name == null ? -1 : name;
    }

    /** The same for figures that are spelt so. */
    FigureTable spelt(LineRules.Spelling said) {
        return new FigureTable(sheet, shape, header, first, key, name, fields, value, note, unit, said, chosen);
    }
}

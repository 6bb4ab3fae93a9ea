package vn.toam.recordentry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.RecordField;
import vn.toam.definition.RecordTable;
import vn.toam.definition.Register;
import vn.toam.geography.Unit;
import vn.toam.recordquery.FieldChoice;
import vn.toam.recordquery.RecordQuery;
import vn.toam.recordquery.RecordView;
import vn.toam.register.RecordNames;
import vn.toam.register.ValueReader;
import vn.toam.shared.Text;

/**
 * The form in which a record is entered or changed, with everything typed so far. Inputs bear the names that {@link ValueReader} reads; what the
 * form needs for itself begins with an underline, which no field does.
 *
 * @param state that the record is in; null: it is new
 * @param id of the record, chosen before it exists: the same form twice is one record
 * @param version that is changed; 0: it is new
 * @param typed inputs by name
 * @param rows how many rows each table shows
 * @param choices by field, {@code table.column} for columns
 * @param measures by code of the list of units: what numbers count
 * @param theirs what somebody else changed meanwhile
 */
public record RecordForm(
        Register register,
        Unit unit,
        @Nullable String state,
        String id,
        int version,
        Map<String, List<String>> typed,
        Map<String, Integer> rows,
        Map<String, List<FieldChoice>> choices,
        Map<String, Text> measures,
        List<RecordView.Difference> theirs,
        RecordNames.@Nullable Known known) {

    /** Rows of a table that are empty at first, and that are added at once. */
    static final int MORE = 3;

    /** Input that says what a new record will belong to. */
    static final String ABOUT = "_about";

    /** The same in an address; nothing when it is blank. */
    static String about(String key) {
        return key.isEmpty() ? "" : "&" + ABOUT + "=" + RecordQuery.encoded(key);
    }

    /** Where the form is sent. */
    public String action() {
        return version == 0
                ? "/registers/" + register.id() + "/new?unit=" + unit.id()
                : "/registers/" + register.id() + "/" + unit.id() + "/" + id + "/edit";
    }

    public String value(String input) {
        List<String> values = typed.getOrDefault(input, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> values(String input) {
        return typed.getOrDefault(input, List.of());
    }

    /** What a number counts. */
    public Text unitOf(RecordField field) {
        return measures.getOrDefault(String.valueOf(field.unit()), Text.of(""));
    }

    /** @param place a field or {@code table.column} */
    public List<FieldChoice> choices(String place) {
        return choices.getOrDefault(place, List.of());
    }

    /** Fields that the form asks for. */
    public List<RecordField> fields() {
        return register.entered(state == null ? register.states().start() : state);
    }

    /** How many rows each table shows: all that are filled and some more. @param more the table to which rows are added; blank: none */
    static Map<String, Integer> rows(Register register, Map<String, List<String>> typed, String more) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (RecordTable table : register.tables()) {
            String begin = table.id() + ".";
            int filled = typed.keySet().stream()
                    .filter(input -> input.startsWith(begin))
                    .map(input -> input.substring(begin.length()).replaceAll("\\..*", ""))
                    .filter(number -> number.matches("\\d{1,3}"))
                    .mapToInt(number -> Integer.parseInt(number) + 1)
                    .max()
                    .orElse(0);
            int shown = Math.max(filled, Math.max(table.min(), 1)) + (more.equals(table.id()) ? MORE : 0);
            rows.put(table.id(), Math.min(shown, table.max() == 0 ? ValueReader.ROWS : Math.max(filled, table.max())));
        }
        return rows;
    }
}

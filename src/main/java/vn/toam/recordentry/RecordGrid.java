package vn.toam.recordentry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;

/**
 * Several new records at once, a row each, with the fields that a record cannot do without. Inputs are named {@code r.3.name}: the number of the
 * row before the name that {@link vn.toam.register.ValueReader} reads.
 *
 * @param form everything typed so far, by those names
 * @param rows how many are shown
 */
public record RecordGrid(RecordForm form, int rows) {

    /** Rows that are empty at first. */
    static final int FIRST = 10;

    /** Rows that are added at once. */
    static final int MORE = 5;

    /** Most rows of a page. */
    public static final int MOST = 50;

    private static final String ROW = "r.";
    private static final Pattern INPUT = Pattern.compile("r\\.(\\d{1,2})\\.(.+)");

    /** Fields that a new record cannot do without, and those that name it. */
    public List<RecordField> fields() {
        Register register = form.register();
        return form.fields().stream()
                .filter(field -> !field.optional()
                        || register.title().contains(field.id())
                        || register.date().equals(field.id()))
                .toList();
    }

    /** The name of a cell; of a paper its number is asked here. */
    public String input(int row, RecordField field) {
        return ROW + row + "." + field.id() + (field.type() == RecordField.Type.DOCUMENT ? ".number" : "");
    }

    /** What was typed, by row; rows that are wholly empty do not exist. */
    static SortedMap<Integer, Map<String, List<String>>> rows(Map<String, List<String>> typed) {
        SortedMap<Integer, Map<String, List<String>>> rows = new TreeMap<>();
        typed.forEach((name, values) -> {
            Matcher input = INPUT.matcher(name);
            if (input.matches() && values.stream().anyMatch(value -> !value.isBlank())) {
                rows.computeIfAbsent(Integer.parseInt(input.group(1)), any -> new HashMap<>())
                        .put(input.group(2), values);
            }
        });
        return rows;
    }

    /** Where what is wrong with an input of a row stands on the page; what has no cell there stands at the first of its row. */
    String place(String wrong) {
        int dot = wrong.indexOf('.');
        int row = Integer.parseInt(wrong.substring(0, dot));
        String field = wrong.substring(dot + 1).replaceFirst("\\..*", "");
        return fields().stream()
                .filter(each -> each.id().equals(field))
                .findFirst()
                .or(() -> fields().stream().findFirst())
                .map(each -> input(row, each))
                .orElse("");
    }
}

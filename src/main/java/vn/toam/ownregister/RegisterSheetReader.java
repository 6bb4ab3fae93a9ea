package vn.toam.ownregister;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Turns what was typed into a definition in the shape of the catalog's files, or says at each input what is wrong. One for each sheet. */
final class RegisterSheetReader {

    /** Ids of fields that a unit added begin so, and cannot meet those of the country. */
    static final String OWN = "own_";

    /** The count of all records of a register. */
    static final String RECORDS = "records";

    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RegisterSheet sheet;
    private final Set<String> levels;
    private final Set<String> units;
    private final Words words;
    private final List<Rejected.Problem> problems = new ArrayList<>();

    /** @param levels who may keep it; {@code units} codes of the units that may be counted in */
    RegisterSheetReader(RegisterSheet sheet, Set<String> levels, Set<String> units, Words words) {
        this.sheet = sheet;
        this.levels = levels;
        this.units = units;
        this.words = words;
    }

    /** Fields alone, for a register of the country. @throws Rejected naming everything that is wrong */
    String fields() {
        List<Map<String, Object>> fields = rows();
        refuse();
        return JSON.writeValueAsString(Map.of("fields", fields));
    }

    /** @throws Rejected naming everything that is wrong */
    String definition(String id, int version) {
        int length = sheet.name().strip().length();
        if (length < 5 || length > LONGEST) {
            wrong("name", "ownregister.problem.name");
        }
        if (!levels.contains(sheet.level())) {
            wrong("level", "ownregister.problem.level");
        }
        List<Map<String, Object>> fields = rows();
        String date = first(fields, RecordField.Type.DATE, "ownregister.problem.date");
        String title = first(fields, RecordField.Type.TEXT, "ownregister.problem.title");
        refuse();
        Map<String, Object> register = new LinkedHashMap<>();
        register.put("id", id);
        register.put("version", version);
        register.put(
                "name", Map.of("vi", sheet.name().strip(), "en", sheet.name().strip()));
        register.put(
                "shape",
                sheet.counts().equals(RecordCount.Of.STOCK.name()) ? Register.Shape.BODY : Register.Shape.EVENT);
        register.put("levels", List.of(sheet.level()));
        boolean people = fields.stream().anyMatch(field -> Boolean.TRUE.equals(field.get("personal")));
        register.put("sensitivity", people ? Register.Sensitivity.PERSONAL : Register.Sensitivity.INTERNAL);
        register.put("retention", 5);
        register.put("date", date);
        register.put("title", List.of(title));
        register.put("fields", fields);
        register.put("states", states());
        register.put("counts", counts(fields));
        return JSON.writeValueAsString(register);
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int row = 1; row <= sheet.rows().size(); row++) {
            RegisterSheet.Row typed = sheet.rows().get(row - 1);
            if (!typed.blank()) {
                if (typed.name().strip().length() > LONGEST) {
                    wrong("name_" + row, "ownregister.problem.field", LONGEST);
                }
                if (!names.add(SearchWords.fold(typed.name()))) {
                    wrong(
                            "name_" + row,
                            "ownregister.problem.twice",
                            typed.name().strip());
                }
                fields.add(field(row, typed));
            }
        }
        if (fields.isEmpty()) {
            wrong("name_1", "ownregister.problem.fields");
        }
        return fields;
    }

    private Map<String, Object> field(int row, RegisterSheet.Row typed) {
        Map<String, Object> field = new LinkedHashMap<>();
        boolean known = typed.id().matches(OWN + "[a-z0-9_]{1,40}");
        field.put("id", known ? typed.id() : OWN + UUID.randomUUID().toString().substring(0, 8));
        field.put("name", Map.of("vi", typed.name().strip(), "en", typed.name().strip()));
        RecordField.Type type = OwnRegisterTypes.ALL.stream()
                .filter(each -> each.name().equals(typed.type()))
                .findFirst()
                .orElse(null);
        if (type == null) {
            wrong("type_" + row, "ownregister.problem.type");
            return field;
        }
        field.put("type", type);
        field.put("optional", !typed.required());
        field.put("personal", typed.personal() || type == RecordField.Type.PERSON || type == RecordField.Type.PHONE);
        if (type.number() && !typed.unit().isBlank()) {
            if (units.contains(typed.unit())) {
                field.put("unit", typed.unit());
            } else {
                wrong("unit_" + row, "ownregister.problem.unit");
            }
        }
        if (type == RecordField.Type.CODE) {
            field.put("values", choices(row, typed.choices()));
        }
        return field;
    }

    /** Choices are known by their place in the order, so that a word may be corrected. */
    private List<Map<String, Object>> choices(int row, String typed) {
        List<String> choices = Arrays.stream(typed.split("[;\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (choices.size() < 2 || choices.stream().distinct().count() < choices.size()) {
            wrong("choices_" + row, "ownregister.problem.choices");
        }
        List<Map<String, Object>> values = new ArrayList<>();
        for (String choice : choices) {
            values.add(Map.of("code", "C" + (values.size() + 1), "name", Map.of("vi", choice, "en", choice)));
        }
        return values;
    }

    private String first(List<Map<String, Object>> fields, RecordField.Type type, String otherwise) {
        return fields.stream()
                .filter(field -> type == field.get("type") && Boolean.FALSE.equals(field.get("optional")))
                .map(field -> (String) field.get("id"))
                .findFirst()
                .orElseGet(() -> {
                    wrong("name_1", otherwise);
                    return "";
                });
    }

    private Map<String, Object> states() {
        return Map.of(
                "start",
                "OPEN",
                "states",
                List.of(
                        Map.of("id", "OPEN", "name", both("ownregister.state.open")),
                        Map.of(
                                "id",
                                "CLOSED",
                                "closed",
                                true,
                                "name",
                                both("ownregister.state.closed"),
                                "verb",
                                both("ownregister.state.close")),
                        Map.of(
                                "id",
                                "CANCELLED",
                                "closed",
                                true,
                                "name",
                                both("ownregister.state.cancelled"),
                                "verb",
                                both("ownregister.state.cancel"))),
                "moves",
                Map.of("OPEN", List.of("CLOSED", "CANCELLED")));
    }

    /** All records, and each number added up. */
    private List<Map<String, Object>> counts(List<Map<String, Object>> fields) {
        List<Map<String, Object>> counts = new ArrayList<>();
        boolean stock = sheet.counts().equals(RecordCount.Of.STOCK.name());
        Map<String, Object> records = new LinkedHashMap<>();
        records.put("id", RECORDS);
        records.put(
                "name", Map.of("vi", sheet.name().strip(), "en", sheet.name().strip()));
        records.put("of", stock ? RecordCount.Of.STOCK : RecordCount.Of.FLOW);
        records.put(stock ? "states" : "except", List.of(stock ? "OPEN" : "CANCELLED"));
        counts.add(records);
        fields.stream()
                .filter(field -> field.get("type") instanceof RecordField.Type type && type.number())
                .forEach(field -> {
                    Map<String, Object> sum = new LinkedHashMap<>();
                    sum.put("id", "sum_" + field.get("id"));
                    sum.put("name", field.get("name"));
                    sum.put("of", RecordCount.Of.SUM);
                    sum.put("field", field.get("id"));
                    sum.put("except", List.of("CANCELLED"));
                    counts.add(sum);
                });
        return counts;
    }

    private Map<String, String> both(String key) {
        Text text = words.text(key);
        return Map.of("vi", text.vi(), "en", text.en());
    }

    private void wrong(String input, String key, Object... arguments) {
        problems.add(new Rejected.Problem(input, key, List.of(arguments)));
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }
}

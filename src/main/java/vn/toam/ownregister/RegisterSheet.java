package vn.toam.ownregister;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.CodeList;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;

/**
 * A register as it is typed: rows of fields, blank ones among them. Texts are as typed, right or wrong.
 *
 * @param level who keeps it
 * @param counts how its records are counted: {@code STOCK}, {@code FLOW}
 * @param extended id of the register of the country that the fields are added to; blank: a register of its own
 */
public record RegisterSheet(String name, String level, String counts, String extended, List<Row> rows) {

    static final int MOST = 60;
    private static final int FIRST = 6;
    private static final int MORE = 5;

    /**
     * One field.
     *
     * @param id known from an earlier version; blank: the field is new
     * @param type name of a {@link RecordField.Type}
     * @param choices of a CODE, with semicolons between
     * @param unit code of the unit of count of a number; may be blank
     * @param required has to be filled
     * @param personal names or describes a person
     */
    public record Row(
            String id, String name, String type, String choices, String unit, boolean required, boolean personal) {

        boolean blank() {
            return name.isBlank();
        }
    }

    public RegisterSheet {
        rows = List.copyOf(rows);
    }

    /** A first page: what nearly every register asks. */
    static RegisterSheet empty(String name, String date) {
        return new RegisterSheet(
                        "",
                        "COMMUNE",
                        RecordCount.Of.FLOW.name(),
                        "",
                        List.of(
                                new Row("", name, RecordField.Type.TEXT.name(), "", "", true, false),
                                new Row("", date, RecordField.Type.DATE.name(), "", "", true, false)))
                .longer(FIRST);
    }

    /** A first page of fields for a register of the country. */
    static RegisterSheet fields(String extended) {
        return new RegisterSheet("", "", "", extended, List.of()).longer(FIRST);
    }

    /** What a page sends: {@code name_1}, {@code type_1} …, rows counted from 1. */
    static RegisterSheet read(Map<String, String> typed) {
        List<Row> rows = new ArrayList<>();
        for (int row = 1; row <= MOST && typed.containsKey("name_" + row); row++) {
            rows.add(new Row(
                    typed.getOrDefault("id_" + row, ""),
                    typed.getOrDefault("name_" + row, ""),
                    typed.getOrDefault("type_" + row, RecordField.Type.TEXT.name()),
                    typed.getOrDefault("choices_" + row, ""),
                    typed.getOrDefault("unit_" + row, ""),
                    typed.containsKey("required_" + row),
                    typed.containsKey("personal_" + row)));
        }
        return new RegisterSheet(
                typed.getOrDefault("name", ""),
                typed.getOrDefault("level", "COMMUNE"),
                typed.getOrDefault("counts", RecordCount.Of.FLOW.name()),
                typed.getOrDefault("extended", ""),
                rows);
    }

    /** The page that makes this version again. */
    static RegisterSheet of(OwnRegister own) {
        Register register = own.register();
        List<Row> rows = register.fields().stream()
                .filter(field -> own.extended() == null || field.id().startsWith(RegisterSheetReader.OWN))
                .map(RegisterSheet::row)
                .toList();
        String counts = register.counts().stream()
                .filter(count -> count.id().equals(RegisterSheetReader.RECORDS))
                .map(count -> count.of().name())
                .findFirst()
                .orElse(RecordCount.Of.FLOW.name());
        String extended = own.extended() == null ? "" : own.extended();
        String level = register.levels().isEmpty() ? "" : register.levels().getFirst();
        return new RegisterSheet(register.name().vi(), level, counts, extended, rows).longer(2);
    }

    private static Row row(RecordField field) {
        String choices = field.values().stream()
                .map(CodeList.Code::name)
                .map(Object::toString)
                .collect(Collectors.joining("; "));
        @Nullable String unit = field.unit();
        return new Row(
                field.id(),
                field.name().vi(),
                field.type().name(),
                choices,
                unit == null ? "" : unit,
                !field.optional(),
                field.personal());
    }

    /** The same with rows read from a table in place of its own. */
    RegisterSheet with(List<Row> read) {
        return new RegisterSheet(name, level, counts, extended, read).longer(2);
    }

    /** The same with more blank rows. */
    RegisterSheet longer() {
        return longer(MORE);
    }

    private RegisterSheet longer(int more) {
        List<Row> longer = new ArrayList<>(rows);
        while (longer.size() < Math.min(MOST, rows.size() + more)) {
            longer.add(new Row("", "", RecordField.Type.TEXT.name(), "", "", false, false));
        }
        return new RegisterSheet(name, level, counts, extended, longer);
    }
}

package vn.toam.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.RecordField;
import vn.toam.definition.RecordTable;
import vn.toam.definition.Register;

/** What was typed, as far as it was asked for: the rest of a record stays as it is kept, whatever was sent. */
final class EnteredFields {

    private EnteredFields() {}

    /** Of what the form asks for. @param kept null: the record is new */
    static Map<String, List<String>> form(
            Register register, @Nullable RegisterRecord kept, Map<String, List<String>> typed) {
        Map<String, List<String>> entered = of(
                typed,
                register.entered(kept == null ? register.states().start() : kept.state()),
                register.enteredTables(),
                true);
        if (kept != null) {
            entered.putAll(of(
                    ValueReader.typed(register, kept.values()),
                    register.entered(kept.state()),
                    register.enteredTables(),
                    false));
        }
        return entered;
    }

    /** Of these fields alone. */
    static Map<String, List<String>> of(Map<String, List<String>> typed, List<RecordField> fields) {
        return of(typed, fields, List.of(), true);
    }

    /** @param these only what belongs to the fields and tables; else only what does not */
    private static Map<String, List<String>> of(
            Map<String, List<String>> typed, List<RecordField> fields, List<RecordTable> tables, boolean these) {
        Set<String> asked = Stream.concat(
                        fields.stream().map(RecordField::id), tables.stream().map(RecordTable::id))
                .collect(Collectors.toSet());
        Map<String, List<String>> of = new HashMap<>();
        typed.forEach((input, said) -> {
            if (asked.contains(input.replaceFirst("\\..*", "")) == these) {
                of.put(input, said);
            }
        });
        return of;
    }
}

package vn.toam.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.SearchWords;

/** What follows from a definition for one record; no database. */
public final class RecordRules {

    private RecordRules() {}

    /** Checks of a kind that do not hold; one whose numbers or days are missing is not judged. */
    public static List<Check> broken(Register register, Values values, Check.Kind kind) {
        return register.checks().stream()
                .filter(check -> check.kind() == kind)
                .filter(check ->
                        Boolean.FALSE.equals(check.judge(field -> compared(register, values, field), any -> null)))
                .toList();
    }

    /** A number, or a day as the number of days since 1970. */
    private static @Nullable BigDecimal compared(Register register, Values values, String field) {
        boolean day = register.field(field).orElseThrow().type() == RecordField.Type.DATE;
        return day
                ? values.day(field)
                        .map(each -> BigDecimal.valueOf(each.toEpochDay()))
                        .orElse(null)
                : values.number(field);
    }

    /** Fields that a state asks for and that say nothing; of a column: in any row. */
    public static List<Problem> missing(Register register, Lifecycle.State state, Values values) {
        return state.requires().stream()
                .filter(field -> !filled(values, field))
                .map(field -> new Problem(
                        field,
                        "register.problem.required",
                        List.of(register.field(field).orElseThrow().name(), state.name())))
                .toList();
    }

    private static boolean filled(Values values, String place) {
        int dot = place.indexOf('.');
        return dot < 0
                ? values.map().containsKey(place)
                : values.rows(place.substring(0, dot)).stream()
                        .allMatch(row -> row.map().containsKey(place.substring(dot + 1)));
    }

    /** What may not be there twice in a unit, folded; null: the register allows it, or nothing of it is said. */
    static @Nullable String same(Register register, Values values) {
        return same(register.unique(), values::text);
    }

    /** The same of fields whose values are at hand as texts. */
    public static @Nullable String same(List<String> fields, Function<String, @Nullable String> values) {
        String key = fields.stream()
                .map(field -> SearchWords.fold(
                        Optional.ofNullable(values.apply(field)).orElse("")))
                .collect(Collectors.joining("|"));
        return key.replace("|", "").isBlank() ? null : key;
    }

    /** The words a record is found by. @param names words of codes, villages and agencies that it names */
    public static String words(Register register, Values values, boolean people, List<String> names) {
        Stream<String> own = register.fields().stream()
                .filter(field -> people || !field.personal())
                .flatMap(field -> text(field, values));
        Stream<String> inner = register.tables().stream()
                .flatMap(table -> values.rows(table.id()).stream()
                        .flatMap(row -> table.fields().stream()
                                .filter(field -> people || !field.personal())
                                .flatMap(field -> text(field, row))));
        return Stream.of(own, inner, names.stream()).flatMap(each -> each).collect(Collectors.joining(" "));
    }

    private static Stream<String> text(RecordField field, Values values) {
        return switch (field.type()) {
            case TEXT, LONG, PERSON, PHONE -> Stream.ofNullable(values.text(field.id()));
            case DOCUMENT -> Stream.ofNullable(values.paper(field.id()).text("number"));
            default -> Stream.empty();
        };
    }

    /** Fields and columns that refer to other records, with the ids they name. */
    static Stream<Link> links(Register register, Values values) {
        return ids(register, values, RecordField.Type.REFERENCE);
    }

    /** Fields and columns of a type that holds ids, with the ids they name. */
    static Stream<Link> ids(Register register, Values values, RecordField.Type type) {
        return register.places()
                .filter(place -> register.field(place).orElseThrow().type() == type)
                .flatMap(place -> values.everywhere(place).map(id -> new Link(place, UUID.fromString(id))))
                .distinct();
    }

    /** Agencies and units that fields and columns name. */
    static Stream<Named> numbers(Register register, Values values) {
        return register.places().flatMap(place -> {
            RecordField.Type type = register.field(place).orElseThrow().type();
            return type == RecordField.Type.AGENCY || type == RecordField.Type.UNIT
                    ? values.everywhere(place).map(id -> new Named(place, type, Integer.parseInt(id)))
                    : Stream.empty();
        });
    }

    /** An agency or a unit that a field names. */
    record Named(String field, RecordField.Type type, int id) {}

    /** A reference to another record. */
    record Link(String field, UUID target) {}

    /** True for a register whose records one row of a table can hold: none that asks for rows of its own. */
    public static boolean inOneRow(Register register) {
        return register.tables().stream().allMatch(table -> table.min() == 0);
    }
}

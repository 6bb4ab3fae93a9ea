package vn.toam.register;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.CodeList;
import vn.toam.definition.Field;
import vn.toam.definition.FieldType;
import vn.toam.definition.LineKind;
import vn.toam.definition.LineReading;
import vn.toam.definition.LineRules;
import vn.toam.definition.RecordField;
import vn.toam.definition.RecordTable;
import vn.toam.definition.Register;
import vn.toam.shared.Numbers;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Text;

/**
 * Reads what was typed into a record. An input is named after its field, {@code decision.number} for the parts of a paper,
 * {@code board.0.person} for the cells of a table; rows that are wholly empty do not exist.
 */
public final class ValueReader {

    /** Most rows of a table. */
    public static final int ROWS = 500;

    /** What is said of a field that has to be filled. */
    public static final String MISSING = "register.problem.missing";

    private static final int LINE = 300;
    private static final int LONG = 20_000;
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern CELL = Pattern.compile("([a-z0-9_]+)\\.(\\d{1,4})\\.([a-z0-9_.]+)");

    private final Register register;
    private final Catalog catalog;
    private final List<Problem> problems = new ArrayList<>();

    ValueReader(Register register, Catalog catalog) {
        this.register = register;
        this.catalog = catalog;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What was typed; what is wrong with it is in {@link #problems}. */
    Values read(Map<String, List<String>> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        register.fields().forEach(field -> put(values, field, field.id(), typed));
        register.tables().forEach(table -> rows(values, table, typed));
        return new Values(values);
    }

    private void rows(Map<String, Object> values, RecordTable table, Map<String, List<String>> typed) {
        List<Object> rows = new ArrayList<>();
        List<Integer> numbers = typed.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(text -> !text.isBlank()))
                .map(entry -> CELL.matcher(entry.getKey()))
                .filter(Matcher::matches)
                .filter(cell -> cell.group(1).equals(table.id()))
                .map(cell -> Integer.parseInt(cell.group(2)))
                .distinct()
                .sorted()
                .toList();
        for (int number : numbers) {
            Map<String, Object> row = new LinkedHashMap<>();
            table.fields().forEach(field -> put(row, field, table.id() + "." + number + "." + field.id(), typed));
            rows.add(row);
        }
        int most = table.max() == 0 ? ROWS : table.max();
        if (rows.size() > most) {
            problems.add(new Problem(table.id(), "register.problem.most", List.of(table.name(), most)));
        }
        if (rows.size() < table.min()) {
            problems.add(new Problem(table.id(), "register.problem.fewest", List.of(table.name(), table.min())));
        }
        if (!rows.isEmpty()) {
            values.put(table.id(), rows);
        }
    }

    private void put(Map<String, Object> values, RecordField field, String input, Map<String, List<String>> typed) {
        Object value = field.type() == RecordField.Type.DOCUMENT
                ? paper(input, field, typed)
                : field.many()
                        ? several(field, input, typed.getOrDefault(input, List.of()))
                        : one(
                                field,
                                input,
                                typed.getOrDefault(input, List.of(""))
                                        .getFirst()
                                        .strip());
        if (value != null) {
            values.put(field.id(), value);
        } else if (!field.optional()
                && problems.stream().noneMatch(problem -> problem.field().equals(input))) {
            problems.add(new Problem(input, MISSING, List.of(field.name())));
        }
    }

    private @Nullable Object paper(String input, RecordField field, Map<String, List<String>> typed) {
        Map<String, Object> paper = new LinkedHashMap<>();
        for (String part : List.of("number", "date", "issuer")) {
            String text = typed.getOrDefault(input + "." + part, List.of(""))
                    .getFirst()
                    .strip();
            if (!text.isEmpty()) {
                Object value = part.equals("date")
                        ? day(input + "." + part, field.name(), text)
                        : text(input + "." + part, field, text, LINE);
                if (value != null) {
                    paper.put(part, value);
                }
            }
        }
        if (!paper.isEmpty() && !paper.containsKey("number")) {
            problems.add(new Problem(input + ".number", "register.problem.number", List.of(field.name())));
        }
        return paper.isEmpty() ? null : paper;
    }

    private @Nullable Object several(RecordField field, String input, List<String> typed) {
        List<Object> values = typed.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(text -> one(field, input, text))
                .flatMap(value -> Optional.ofNullable(value).stream())
                .toList();
        return values.isEmpty() ? null : values;
    }

    private @Nullable Object one(RecordField field, String input, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, PERSON, PHONE -> text(input, field, text, LINE);
            case LONG -> text(input, field, text, LONG);
            case DATE -> day(input, field.name(), text);
            case INTEGER, DECIMAL, MONEY, YES_NO -> figure(field, input, text);
            case CODE -> code(field, input, text);
            case UNIT, AGENCY ->
                text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : unknown(input, field.name(), text);
            case VILLAGE, REFERENCE -> id(input, field.name(), text);
            case DOCUMENT -> null;
        };
    }

    private @Nullable String text(String input, RecordField field, String text, int most) {
        if (text.length() > most) {
            problems.add(new Problem(input, "register.problem.long", List.of(field.name(), most)));
            return null;
        }
        return text.replace("\r\n", "\n");
    }

    private @Nullable String day(String input, Text name, String text) {
        Matcher said = DAY.matcher(text);
        try {
            LocalDate day = said.matches()
                    ? LocalDate.of(
                            Integer.parseInt(said.group(3)),
                            Integer.parseInt(said.group(2)),
                            Integer.parseInt(said.group(1)))
                    : LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day.toString();
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add(new Problem(input, "register.problem.day", List.of(name, text)));
        return null;
    }

    private @Nullable Object figure(RecordField field, String input, String text) {
        FieldType type = switch (field.type()) {
            case DECIMAL -> FieldType.DECIMAL;
            case YES_NO -> FieldType.YES_NO;
            default -> FieldType.INTEGER;
        };
        BigDecimal min = field.min() == null ? BigDecimal.ZERO : field.min();
        Field line = new Field(
                field.id(),
                field.name().vi(),
                field.name(),
                field.unit(),
                type,
                LineKind.STOCK,
                min,
                true,
                null,
                null,
                null,
                null);
        return switch (LineRules.read(line, text)) {
            case LineReading.Figure figure ->
                field.type() == RecordField.Type.YES_NO
                        ? (Object) (figure.value().signum() != 0)
                        : figure.value();
            case LineReading.Refusal refusal -> {
                problems.add(refusal.at(input));
                yield null;
            }
            default -> null;
        };
    }

    /** A choice by its code, or by its words with or without marks. */
    private @Nullable String code(RecordField field, String input, String text) {
        List<CodeList.Code> choices = field.choices(catalog);
        String folded = SearchWords.fold(text);
        return choices.stream()
                .filter(choice -> choice.code().equals(text))
                .findFirst()
                .or(() -> choices.stream()
                        .filter(choice -> SearchWords.fold(choice.name().vi()).equals(folded)
                                || SearchWords.fold(choice.name().en()).equals(folded))
                        .findFirst())
                .map(CodeList.Code::code)
                .orElseGet(() -> unknown(input, field.name(), text));
    }

    private @Nullable String id(String input, Text name, String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            return unknown(input, name, text);
        }
    }

    private <T> @Nullable T unknown(String input, Text name, String text) {
        problems.add(new Problem(input, "register.problem.choice", List.of(name, text)));
        return null;
    }

    /** Inputs that say what a record says. */
    public static Map<String, List<String>> typed(Register register, Values values) {
        Map<String, List<String>> typed = new HashMap<>();
        register.fields().forEach(field -> put(typed, field, field.id(), values));
        for (RecordTable table : register.tables()) {
            List<Values> rows = values.rows(table.id());
            for (int at = 0; at < rows.size(); at++) {
                Values row = rows.get(at);
                String begin = table.id() + "." + at + ".";
                table.fields().forEach(field -> put(typed, field, begin + field.id(), row));
            }
        }
        return typed;
    }

    private static void put(Map<String, List<String>> typed, RecordField field, String input, Values values) {
        if (!values.map().containsKey(field.id())) {
            return;
        }
        BigDecimal number = values.number(field.id());
        switch (field.type()) {
            case DOCUMENT ->
                values.paper(field.id())
                        .map()
                        .forEach((part, said) -> typed.put(input + "." + part, List.of(said.toString())));
            case YES_NO -> typed.put(input, List.of(number == null ? "" : number.toPlainString()));
            case INTEGER, DECIMAL, MONEY -> typed.put(input, List.of(number == null ? "" : Numbers.exact(number)));
            default -> typed.put(input, values.all(field.id()));
        }
    }
}

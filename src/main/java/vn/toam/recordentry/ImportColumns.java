package vn.toam.recordentry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toam.catalog.Catalog;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.mapping.RecordColumn;
import vn.toam.mapping.RecordColumn.Kind;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.register.BulkRecords;
import vn.toam.register.RegisterRecord;
import vn.toam.register.ValueReader;
import vn.toam.register.Values;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.sheet.Folded;

/**
 * A register as columns of a table, and records as their values: a field a column, a paper three. Rows of a record's own tables are not among
 * them: they are entered with the record.
 */
final class ImportColumns implements BulkRecords.Columns {

    static final String STATE = BulkRecords.STATE;
    static final String SINCE = BulkRecords.SINCE;

    /** The unit that keeps it. */
    static final String UNIT = "_unit";

    private static final Pattern PAPER = Pattern.compile(
            "(?iu)(?:số\\s*:?\\s*)?(\\S.*?)(?:\\s*,\\s*|\\s+)(?:ngày\\s+)?(\\d{1,2}(?:\\s*[/.-]\\s*|\\s+tháng\\s+)\\d{1,2}(?:\\s*[/.-]\\s*|\\s+năm\\s+)\\d{4})(?:(?:\\s*,\\s*|\\s+của\\s+)(\\S.*))?");

    /** Shorter than this the place of a comma could make it two figures. */
    private static final int UNCLEAR = 3;

    private final Register register;
    private final Catalog catalog;
    private final Words words;

    ImportColumns(Register register, Catalog catalog, Words words) {
        this.register = register;
        this.catalog = catalog;
        this.words = words;
    }

    List<RecordColumn> all() {
        List<RecordColumn> columns = new ArrayList<>();
        register.fields().stream().filter(field -> !field.desk()).forEach(field -> add(columns, field));
        List<Option> states = register.states().states().stream()
                .map(state -> new Option(state.id(), state.name()))
                .toList();
        columns.add(RecordColumn.code(
                STATE, words.text("register.list.state"), false, states, free("trạng thái", "tình hình", "status")));
        columns.add(RecordColumn.of(
                SINCE, words.text("register.import.since"), Kind.DATE, false, free("ngày chuyển tình trạng")));
        columns.add(RecordColumn.code(
                UNIT,
                words.text("register.list.keeper"),
                false,
                List.of(),
                free("đơn vị", "xã", "xã, phường", "tên xã", "unit")));
        return columns;
    }

    /** Headings that no field is called by. */
    private String[] free(String... headings) {
        return Arrays.stream(headings)
                .filter(heading -> register.fields().stream()
                        .noneMatch(field -> Folded.of(field.name().vi()).equals(Folded.of(heading))))
                .toArray(String[]::new);
    }

    private void add(List<RecordColumn> columns, RecordField field) {
        Text name = field.name();
        boolean required = !field.optional();
        switch (field.type()) {
            case DOCUMENT -> paper(columns, field);
            case CODE ->
                columns.add(new RecordColumn(
                        field.id(),
                        name,
                        List.of(),
                        Kind.CODE,
                        required,
                        field.choices(catalog).stream()
                                .map(code -> new Option(code.code(), code.name()))
                                .toList(),
                        field.many(),
                        null));
            default ->
                columns.add(new RecordColumn(
                        field.id(),
                        name,
                        synonyms(field),
                        kind(field.type()),
                        required,
                        List.of(),
                        field.many(),
                        field.min() == null ? BigDecimal.ZERO : field.min()));
        }
    }

    private void paper(List<RecordColumn> columns, RecordField field) {
        Text name = field.name();
        columns.add(RecordColumn.of(
                field.id() + ".number",
                name,
                Kind.TEXT,
                !field.optional(),
                "số " + name.vi(),
                name.vi() + " số",
                name.vi() + " số, ngày",
                "number of " + name.en()));
        columns.add(RecordColumn.of(
                field.id() + ".date",
                words.text("register.import.paper.date", name),
                Kind.DATE,
                false,
                "ngày " + name.vi(),
                name.vi() + " ngày"));
        columns.add(RecordColumn.of(
                field.id() + ".issuer",
                words.text("register.import.paper.issuer", name),
                Kind.TEXT,
                false,
                name.vi() + " cơ quan ban hành",
                name.vi() + " cơ quan"));
    }

    /** What every Vietnamese table calls such a field. */
    private static List<String> synonyms(RecordField field) {
        return field.type() == RecordField.Type.VILLAGE
                ? List.of("thôn", "thôn xóm", "tổ dân phố", "khu dân cư", "thôn, bản", "thôn, khu phố", "village")
                : List.of();
    }

    static Kind kind(RecordField.Type type) {
        return switch (type) {
            case TEXT, PERSON, PHONE, DOCUMENT -> Kind.TEXT;
            case LONG -> Kind.LONG;
            case INTEGER, MONEY -> Kind.INTEGER;
            case DECIMAL -> Kind.DECIMAL;
            case DATE -> Kind.DATE;
            case YES_NO -> Kind.YES_NO;
            case CODE, VILLAGE, UNIT, AGENCY, REFERENCE -> Kind.CODE;
        };
    }

    /** Columns that make a row one record: what may not be there twice, else what it is called and its day. */
    @Override
    public List<String> key() {
        List<String> fields = register.unique().isEmpty() ? named() : register.unique();
        return fields.stream()
                .map(id -> register.field(id).orElseThrow().type() == RecordField.Type.DOCUMENT ? id + ".number" : id)
                .toList();
    }

    private List<String> named() {
        List<String> fields = new ArrayList<>(register.title());
        if (!fields.contains(register.date())) {
            fields.add(register.date());
        }
        return fields;
    }

    /** A paper whose number, day and issuer stand in one cell, apart. */
    Map<String, String> apart(Map<String, String> values) {
        Map<String, String> apart = new LinkedHashMap<>(values);
        for (RecordField field : register.fields()) {
            String number = field.type() == RecordField.Type.DOCUMENT ? values.get(field.id() + ".number") : null;
            Matcher paper = PAPER.matcher(Objects.requireNonNullElse(number, ""));
            if (paper.matches() && !values.containsKey(field.id() + ".date")) {
                String day = day(paper.group(2));
                if (day != null) {
                    apart.put(field.id() + ".number", paper.group(1));
                    apart.put(field.id() + ".date", day);
                    if (paper.group(3) != null) {
                        apart.putIfAbsent(field.id() + ".issuer", paper.group(3));
                    }
                }
            }
        }
        return apart;
    }

    private static @Nullable String day(String said) {
        String[] parts = said.split("\\D+");
        try {
            return java.time.LocalDate.of(
                            Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
                    .toString();
        } catch (java.time.DateTimeException noDay) {
            return null;
        }
    }

    /** Inputs of the form that say what the columns say, and what a record says beside them. @param kept null: it is new */
    @Override
    public Map<String, List<String>> typed(@Nullable RegisterRecord kept, Map<String, String> values) {
        Map<String, List<String>> typed = kept == null ? new HashMap<>() : ValueReader.typed(register, kept.values());
        typed.putAll(typed(values));
        return typed;
    }

    private Map<String, List<String>> typed(Map<String, String> values) {
        Map<String, List<String>> typed = new HashMap<>();
        register.fields().forEach(field -> {
            if (field.type() == RecordField.Type.DOCUMENT) {
                List.of(".number", ".date", ".issuer").forEach(part -> {
                    String said = values.get(field.id() + part);
                    if (said != null) {
                        typed.put(field.id() + part, List.of(said));
                    }
                });
            } else if (values.containsKey(field.id())) {
                typed.put(field.id(), typed(field, Objects.requireNonNull(values.get(field.id()))));
            }
        });
        return typed;
    }

    private static List<String> typed(RecordField field, String value) {
        return switch (field.type()) {
            case INTEGER, DECIMAL, MONEY -> List.of(figure(value));
            case YES_NO -> List.of(Boolean.parseBoolean(value) ? "1" : "0");
            default -> field.many() ? List.of(value.split(";")) : List.of(value);
        };
    }

    /** With a decimal comma, and no three digits behind it that could be thousands. */
    private static String figure(String plain) {
        int comma = plain.indexOf('.');
        return plain.replace('.', ',') + (comma >= 0 && plain.length() - comma - 1 == UNCLEAR ? "0" : "");
    }

    /** What the columns say of a record. */
    @Override
    public Map<String, String> values(RegisterRecord record) {
        Map<String, String> said = new LinkedHashMap<>();
        Values values = record.values();
        for (RecordField field : register.fields()) {
            BigDecimal number = values.number(field.id());
            if (!values.map().containsKey(field.id())) {
                continue;
            }
            switch (field.type()) {
                case DOCUMENT ->
                    values.paper(field.id())
                            .map()
                            .forEach((part, text) -> said.put(field.id() + "." + part, text.toString()));
                case YES_NO -> said.put(field.id(), String.valueOf(number != null && number.signum() != 0));
                case INTEGER, DECIMAL, MONEY ->
                    said.put(
                            field.id(),
                            number == null || number.signum() == 0
                                    ? "0"
                                    : number.stripTrailingZeros().toPlainString());
                default -> said.put(field.id(), String.join(";", values.all(field.id())));
            }
        }
        said.put(STATE, record.state());
        return said;
    }
}

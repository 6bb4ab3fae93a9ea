package vn.toam.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.definition.RecordField;
import vn.toam.definition.RecordTable;
import vn.toam.definition.Register;
import vn.toam.shared.Numbers;
import vn.toam.shared.Speech;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;
import vn.toam.village.Villages;

/** Says what ids and codes in records mean. */
@Component
public class RecordNames {

    /** A record that another names. @param path null: it is not for whoever reads */
    public record Named(String name, @Nullable String path) {}

    /** The names that a set of records needs, asked for once. */
    public final class Known {

        private final Map<String, Text> names;
        private final Map<String, String> paths;

        private Known(Map<String, Text> names, Map<String, String> paths) {
            this.names = names;
            this.paths = paths;
        }

        /** The records that a field names. */
        public List<Named> named(RecordField field, Values values, Speech speech) {
            return values.all(field.id()).stream()
                    .map(id -> new Named(
                            speech.text(names.getOrDefault(key(field, id), Text.of(""))), paths.get(key(field, id))))
                    .filter(each -> !each.name().isEmpty())
                    .toList();
        }

        /** The same as {@link #show(RecordField, Values, boolean, Speech)}, with what a number counts. */
        public String measured(RecordField field, Values values, boolean people, Speech speech) {
            String shown = show(field, values, people, speech);
            boolean said = field.type().number() && values.number(field.id()) != null && (people || !field.personal());
            String unit = field.type() == RecordField.Type.MONEY
                    ? speech.t("register.form.money")
                    : catalog.codes("units")
                            .find(String.valueOf(field.unit()))
                            .map(code -> speech.text(code.name()))
                            .orElse("");
            return said && !unit.isEmpty() ? shown + " " + unit : shown;
        }

        /** The value of a field as people write it; blank: nothing is said. @param people false: what names people is hidden */
        public String show(RecordField field, Values values, boolean people, Speech speech) {
            return field.personal() && !people && values.map().containsKey(field.id())
                    ? speech.t("register.hidden")
                    : show(field, values, speech);
        }

        /** What a record is called in a list: the first field of its title. */
        public String title(Register register, Values values, boolean people, Speech speech) {
            String title = show(register.field(register.title().getFirst()).orElseThrow(), values, people, speech);
            return title.isBlank() ? speech.t("register.untitled") : title;
        }

        /** The rows of a table in one line. */
        public String rows(RecordTable table, Values values, boolean people, Speech speech) {
            return values.rows(table.id()).stream()
                    .map(row -> table.fields().stream()
                            .map(field -> show(field, row, people, speech))
                            .filter(cell -> !cell.isBlank())
                            .collect(Collectors.joining(", ")))
                    .collect(Collectors.joining("; "));
        }

        private String show(RecordField field, Values values, Speech speech) {
            return switch (field.type()) {
                case DATE -> values.day(field.id()).map(Numbers::date).orElse("");
                case INTEGER, DECIMAL, MONEY -> {
                    BigDecimal number = values.number(field.id());
                    yield number == null
                            ? ""
                            : field.label() && field.type() == RecordField.Type.INTEGER
                                    ? number.toPlainString()
                                    : speech.number(number);
                }
                case YES_NO ->
                    values.map().get(field.id()) instanceof Boolean yes
                            ? speech.t(yes ? "register.yes" : "register.no")
                            : "";
                case CODE ->
                    values.all(field.id()).stream()
                            .map(code ->
                                    field.word(catalog, code).map(speech::text).orElse(code))
                            .collect(Collectors.joining("; "));
                case VILLAGE, UNIT, AGENCY, REFERENCE ->
                    values.all(field.id()).stream()
                            .map(id -> speech.text(names.getOrDefault(key(field, id), Text.of(""))))
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.joining("; "));
                case DOCUMENT -> paper(values.paper(field.id()));
                case TEXT, LONG, PERSON, PHONE -> java.util.Objects.requireNonNullElse(values.text(field.id()), "");
            };
        }

        private static String paper(Values paper) {
            return Stream.of(
                            java.util.Objects.requireNonNullElse(paper.text("number"), ""),
                            paper.day("date").map(Numbers::date).orElse(""),
                            java.util.Objects.requireNonNullElse(paper.text("issuer"), ""))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    private final Catalog catalog;
    private final UnitService units;
    private final AgencyService agencies;
    private final RecordRepository records;
    private final Villages villages;
    private final Registers registers;
    private final ReadingRights rights;
    private final Words messages;

    RecordNames(
            Catalog catalog,
            UnitService units,
            AgencyService agencies,
            RecordRepository records,
            Villages villages,
            Registers registers,
            ReadingRights rights,
            Words messages) {
        this.catalog = catalog;
        this.units = units;
        this.agencies = agencies;
        this.records = records;
        this.villages = villages;
        this.registers = registers;
        this.rights = rights;
        this.messages = messages;
    }

    private static String key(RecordField field, String id) {
        return field.type() + id;
    }

    /** The names that records of a register need on a day: four questions at most, however many records there are. */
    public Known known(Register register, Collection<RegisterRecord> shown, LocalDate day) {
        int province = shown.isEmpty() ? 0 : shown.iterator().next().province();
        return known(
                register, province, shown.stream().map(RegisterRecord::values).toList(), day);
    }

    /** The same for what records of one province say or said. */
    public Known known(Register register, int province, Collection<Values> shown, LocalDate day) {
        Map<RecordField.Type, Set<String>> asked = new HashMap<>();
        register.places().forEach(place -> {
            RecordField field = register.field(place).orElseThrow();
            shown.forEach(values -> values.everywhere(place)
                    .forEach(id -> asked.computeIfAbsent(field.type(), any -> new HashSet<>())
                            .add(id)));
        });
        Map<String, Text> names = new HashMap<>();
        Map<String, String> paths = new HashMap<>();
        units.findAll(numbers(asked, RecordField.Type.UNIT), day)
                .forEach(unit -> names.put("UNIT" + unit.id(), unit.fullName()));
        List<Integer> bodies = numbers(asked, RecordField.Type.AGENCY);
        if (!bodies.isEmpty()) {
            agencies.findAll(bodies).forEach(agency -> names.put("AGENCY" + agency.id(), agency.fullName()));
        }
        Set<String> places = asked.getOrDefault(RecordField.Type.VILLAGE, Set.of());
        if (!places.isEmpty()) {
            villages.named(province, uuids(places), day)
                    .forEach((id, village) -> names.put("VILLAGE" + id, village.fullName()));
        }
        Set<String> references = asked.getOrDefault(RecordField.Type.REFERENCE, Set.of());
        if (!references.isEmpty()) {
            records.findAll(province, uuids(references)).forEach(each -> {
                names.put("REFERENCE" + each.id(), name(each));
                if (rights.reads(registers.get(each.register(), each.unit()), each)) {
                    paths.put("REFERENCE" + each.id(), each.path());
                }
            });
        }
        return new Known(names, paths);
    }

    /** What a record is called, for whoever reads. */
    public Text name(RegisterRecord record) {
        Register register = registers.get(record.register(), record.unit());
        RecordField title = register.field(register.title().getFirst()).orElseThrow();
        boolean hidden = !rights.reads(register, record) || title.personal() && !rights.people(register, record);
        String name = java.util.Objects.requireNonNullElse(record.values().text(title.id()), "");
        if (hidden) {
            return messages.text("register.hidden");
        }
        if (name.isBlank()) {
            return messages.text("register.untitled");
        }
        return switch (title.type()) {
            case CODE -> title.word(catalog, name).orElse(Text.of(name));
            case TEXT, LONG, PERSON, PHONE -> Text.of(name);
            default -> beside(register, record); // what it names by an id is no name of its own
        };
    }

    /** The first text by which a record is known besides its leading field; else what kind of record it is. */
    private static Text beside(Register register, RegisterRecord record) {
        return register.title().stream()
                .map(each -> register.field(each).orElseThrow())
                .filter(field -> field.type() == RecordField.Type.TEXT && !field.personal())
                .map(field -> record.values().text(field.id()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(Text::of)
                .orElse(register.name());
    }

    private static List<UUID> uuids(Set<String> ids) {
        return ids.stream().map(UUID::fromString).toList();
    }

    private static List<Integer> numbers(Map<RecordField.Type, Set<String>> asked, RecordField.Type type) {
        return asked.getOrDefault(type, Set.of()).stream().map(Integer::valueOf).toList();
    }

    /** Words of the choices and places that a record names, in both languages: it is found by them too. */
    List<String> words(Register register, Values values) {
        return register.fields().stream()
                .filter(field -> field.type() == RecordField.Type.CODE)
                .flatMap(field -> values.all(field.id()).stream().flatMap(code -> field.word(catalog, code).stream()))
                .map(Text::vi)
                .toList();
    }

    /** The names of fields, for a sentence. */
    Text list(Register register, List<String> fields) {
        List<Text> names = fields.stream()
                .map(field -> register.field(field).orElseThrow().name())
                .toList();
        return new Text(
                names.stream().map(Text::vi).collect(Collectors.joining(", ")),
                names.stream()
                        .map(name -> name.en().isBlank() ? name.vi() : name.en())
                        .collect(Collectors.joining(", ")));
    }
}

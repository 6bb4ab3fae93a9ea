package vn.toam.recordentry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.geography.Level;
import vn.toam.geography.Origin;
import vn.toam.geography.Unit;
import vn.toam.mapping.ColumnChoices;
import vn.toam.mapping.OptionNames;
import vn.toam.mapping.RecordColumn.Option;
import vn.toam.recordquery.FieldChoice;
import vn.toam.recordquery.OfferedRecords;
import vn.toam.register.ReadingRights;
import vn.toam.register.RecordNames;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Registers;
import vn.toam.shared.Numbers;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;
import vn.toam.village.Villages;

/** What the fields of a form may be chosen from at a place. */
@Component
class FormChoices {

    /** Before the name of a field: words that narrow the records offered for it. */
    static final String FIND = "_find.";

    /** Most records offered for a reference; the rest is found by words. */
    private static final int MOST = 100;

    /** Most records that a table may refer to by their names alone. */
    private static final int MOST_NAMED = 20_000;

    private static final Pattern COMMITTEE = Pattern.compile("(?iu)ủy ban nhân dân");

    private final OfferedRecords offered;
    private final RecordNames names;
    private final ReadingRights rights;
    private final Catalog catalog;
    private final Registers registers;
    private final Villages villages;
    private final Geographies geographies;
    private final UnitService units;
    private final AgencyService agencies;
    private final Words words;
    private final Clock clock;

    FormChoices(
            OfferedRecords offered,
            RecordNames names,
            ReadingRights rights,
            Catalog catalog,
            Registers registers,
            Villages villages,
            Geographies geographies,
            UnitService units,
            AgencyService agencies,
            Words words,
            Clock clock) {
        this.offered = offered;
        this.names = names;
        this.rights = rights;
        this.catalog = catalog;
        this.registers = registers;
        this.villages = villages;
        this.geographies = geographies;
        this.units = units;
        this.agencies = agencies;
        this.words = words;
        this.clock = clock;
    }

    /** By field, {@code table.column} for columns. @param typed what is chosen already is always among them */
    Map<String, List<FieldChoice>> of(Register register, Unit place, Map<String, List<String>> typed) {
        Map<String, List<FieldChoice>> choices = new HashMap<>();
        register.places().forEach(at -> {
            RecordField field = register.field(at).orElseThrow();
            List<FieldChoice> found =
                    of(field, place, typed.getOrDefault(FIND + at, List.of("")).getFirst(), chosen(at, typed));
            if (!found.isEmpty()) {
                choices.put(at, found);
            }
        });
        return choices;
    }

    /** What numbers count, by code. */
    Map<String, Text> measures() {
        Map<String, Text> measures = new HashMap<>();
        catalog.codes("units").codes().forEach(code -> measures.put(code.code(), code.name()));
        return measures;
    }

    private static Set<String> chosen(String place, Map<String, List<String>> typed) {
        Set<String> chosen = new HashSet<>();
        int dot = place.indexOf('.');
        typed.forEach((input, values) -> {
            boolean here = dot < 0
                    ? input.equals(place)
                    : input.startsWith(place.substring(0, dot + 1)) && input.endsWith(place.substring(dot));
            if (here) {
                chosen.addAll(values);
            }
        });
        return chosen;
    }

    private List<FieldChoice> of(RecordField field, Unit place, String find, Set<String> chosen) {
        LocalDate today = LocalDate.now(clock);
        return switch (field.type()) {
            case CODE ->
                field.choices(catalog).stream()
                        .map(code -> new FieldChoice(code.code(), code.name()))
                        .toList();
            case YES_NO ->
                List.of(
                        new FieldChoice("1", words.text("register.yes")),
                        new FieldChoice("0", words.text("register.no")));
            case UNIT ->
                Stream.of(
                                units.ancestors(place.id(), today).reversed(),
                                List.of(place),
                                units.children(place.id(), today))
                        .flatMap(List::stream)
                        .map(unit -> new FieldChoice(String.valueOf(unit.id()), unit.fullName()))
                        .toList();
            case AGENCY ->
                agencies(place).stream()
                        .map(agency -> new FieldChoice(String.valueOf(agency.id()), agency.fullName()))
                        .toList();
            case REFERENCE ->
                references(registers.get(String.valueOf(field.register()), place.id()), place, find, chosen);
            case VILLAGE ->
                villages.of(place.id(), today).stream()
                        .map(village -> new FieldChoice(village.id().toString(), village.fullName()))
                        .toList();
            default -> List.of();
        };
    }

    /** The same for the cells of a table. */
    ColumnChoices column(RecordField field, Unit place) {
        if (field.type() == RecordField.Type.VILLAGE) {
            LocalDate today = LocalDate.now(clock);
            return new VillageChoices(villages, units, geographies.province(place.id()), place.id(), today);
        }
        if (field.type() == RecordField.Type.REFERENCE) {
            return referred(registers.get(String.valueOf(field.register()), place.id()), place);
        }
        if (field.type() == RecordField.Type.AGENCY) {
            return new OptionNames(agencies(place).stream()
                    .flatMap(agency -> Stream.of(
                                    agency.fullName(), Text.of(agency.shortName()), abbreviated(agency.fullName()))
                            .filter(name -> !name.vi().isBlank())
                            .distinct()
                            .map(name -> new Option(String.valueOf(agency.id()), name)))
                    .toList());
        }
        return new OptionNames(of(field, place, "", Set.of()).stream()
                .map(choice -> new Option(choice.value(), choice.label()))
                .toList());
    }

    /** The names of a unit, and of what it was made of: what a table may call it. */
    ColumnChoices itself(Unit place) {
        String code = String.valueOf(place.id());
        List<Option> names = new ArrayList<>();
        for (int unit : geographies.madeOf(place.id(), Origin.ENDED)) {
            units.names(unit).forEach(name -> names.add(new Option(code, name.fullName())));
        }
        names.addFirst(new Option(code, place.fullName()));
        return new OptionNames(names);
    }

    /** As tables write it. */
    private static Text abbreviated(Text name) {
        return Text.of(COMMITTEE.matcher(name.vi()).replaceFirst("UBND"));
    }

    private List<Agency> agencies(Unit place) {
        LocalDate today = LocalDate.now(clock);
        return Stream.concat(
                        Stream.of(place),
                        units.ancestors(place.id(), today).stream().filter(above -> above.level() != Level.COUNTRY))
                .flatMap(unit -> agencies.agenciesOf(unit.id(), today).stream())
                .toList();
    }

    private ColumnChoices referred(Register register, Unit place) {
        String title = register.title().getFirst();
        List<RegisterRecord> found = offered.of(register, place, "", Set.of(), MOST_NAMED + 1).stream()
                .filter(each -> each.values().text(title) != null)
                .filter(each -> !register.field(title).orElseThrow().personal() || rights.people(register, each))
                .toList();
        List<Option> bare = found.stream()
                .map(each -> new Option(
                        each.id().toString(),
                        Text.of(String.valueOf(each.values().text(title)))))
                .toList();
        List<Option> dated = found.stream()
                .map(each -> new Option(
                        each.id().toString(),
                        Text.of(each.values().text(title) + " (" + Numbers.date(each.onDay()) + ")")))
                .toList();
        return new ReferenceChoices(bare, dated, found.size() <= MOST_NAMED);
    }

    private List<FieldChoice> references(Register register, Unit place, String find, Set<String> chosen) {
        Set<UUID> ids = chosen.stream()
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        return offered.of(register, place, find, ids, MOST).stream()
                .map(this::choice)
                .toList();
    }

    private FieldChoice choice(RegisterRecord record) {
        Text name = names.name(record);
        String day = " (" + Numbers.date(record.onDay()) + ")";
        return new FieldChoice(
                record.id().toString(), new Text(name.vi() + day, name.en().isBlank() ? "" : name.en() + day));
    }
}

package vn.toam.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Check;
import vn.toam.catalog.Lifecycle;
import vn.toam.catalog.RecordField;
import vn.toam.catalog.Register;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.unit.Geographies;
import vn.toam.unit.Geography;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** What a record must be before it is kept: as its definition says, of things that exist, and not there already. */
@Component
class RecordChecks {

    /** Records may be dated this far ahead: what is planned. */
    private static final int AHEAD = 400;

    private final RecordRepository repository;
    private final RecordNames names;
    private final Catalog catalog;
    private final Geographies geographies;
    private final UnitService units;
    private final AgencyService agencies;
    private final Villages villages;
    private final Clock clock;

    RecordChecks(
            RecordRepository repository,
            RecordNames names,
            Catalog catalog,
            Geographies geographies,
            UnitService units,
            AgencyService agencies,
            Villages villages,
            Clock clock) {
        this.repository = repository;
        this.names = names;
        this.catalog = catalog;
        this.geographies = geographies;
        this.units = units;
        this.agencies = agencies;
        this.villages = villages;
        this.clock = clock;
    }

    /** The register is kept at the unit's level, and the unit exists today or did on the day of the record. */
    void keeps(Register register, int unit, LocalDate day) {
        Unit place = units.find(unit, day);
        if (!register.levels().contains(place.level().name())) {
            throw Rejected.field("unit", "register.problem.level", register.name());
        }
        if (!place.validity().on(day) && !place.validity().on(LocalDate.now(clock))) {
            throw Rejected.field("unit", "register.problem.ended", place.fullName(), day);
        }
    }

    /** What was typed, held against the definition. */
    Values read(Register register, int unit, Map<String, List<String>> typed) {
        ValueReader reader = new ValueReader(register, catalog);
        Values values = reader.read(typed);
        List<Problem> problems = new ArrayList<>(reader.problems());
        values.day(register.date())
                .filter(day -> day.isAfter(LocalDate.now(clock).plusDays(AHEAD)))
                .ifPresent(day -> problems.add(new Problem(register.date(), "register.problem.ahead", List.of(day))));
        RecordRules.broken(register, values, Check.Kind.HARD).forEach(check -> problems.add(broken(check)));
        refuse(problems);
        lies(register, unit, values);
        exist(register, values);
        return values;
    }

    private static Problem broken(Check check) {
        return new Problem(
                check.holds().fields().stream().findFirst().orElse(""),
                "register.problem.check",
                List.of(check.message()));
    }

    /** Everything that a state asks for is filled. */
    void complete(Register register, Lifecycle.State state, Values values) {
        refuse(RecordRules.missing(register, state, values));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    /** The unit has no other record with the same key. */
    void once(Register register, RegisterRecord made, @Nullable String same) {
        if (same != null) {
            repository
                    .same(made.province(), made.register(), made.unit(), same)
                    .filter(other -> !other.equals(made.id()))
                    .ifPresent(other -> {
                        throw Rejected.field(
                                register.unique().getLast(),
                                "register.problem.same",
                                names.list(register, register.unique()));
                    });
        }
    }

    /** What is stored beside a record for finding it. */
    RecordRepository.Found found(Register register, Values values) {
        List<String> words = names.words(register, values);
        return new RecordRepository.Found(
                Optional.ofNullable(values.text(register.title().getFirst())).orElse(""),
                RecordRules.words(register, values, true, words),
                RecordRules.words(register, values, false, words),
                RecordRules.same(register, values));
    }

    /** Villages that a record names lie in the commune that keeps it, or in what it became or was made of. */
    private void lies(Register register, int unit, Values values) {
        List<RecordRules.Link> named =
                RecordRules.ids(register, values, RecordField.Type.VILLAGE).toList();
        if (named.isEmpty()) {
            return;
        }
        Geography geography = geographies.now();
        boolean commune = geography.level(unit).filter(Level.COMMUNE::equals).isPresent();
        Map<UUID, Village> known = villages.named(
                geographies.province(unit),
                named.stream().map(RecordRules.Link::target).toList(),
                LocalDate.now(clock));
        refuse(named.stream()
                .filter(link -> Optional.ofNullable(known.get(link.target()))
                        .filter(village -> !commune
                                || geography.isOrBecame(unit, village.unit())
                                || geography.isOrBecame(village.unit(), unit))
                        .isEmpty())
                .map(link -> unknown(register, link))
                .toList());
    }

    /** Agencies and units that a record names exist. */
    private void exist(Register register, Values values) {
        Set<Integer> known = new HashSet<>();
        List<RecordRules.Named> named = RecordRules.numbers(register, values).toList();
        agencies.findAll(ids(named, RecordField.Type.AGENCY)).forEach(agency -> known.add(agency.id()));
        refuse(named.stream()
                .filter(each -> each.type() == RecordField.Type.UNIT
                        ? geographies.now().level(each.id()).isEmpty()
                        : !known.contains(each.id()))
                .map(each -> new Problem(
                        each.field(),
                        "register.problem.choice",
                        List.of(register.field(each.field()).orElseThrow().name(), each.id())))
                .toList());
    }

    private static List<Integer> ids(List<RecordRules.Named> named, RecordField.Type type) {
        return named.stream()
                .filter(each -> each.type() == type)
                .map(RecordRules.Named::id)
                .distinct()
                .toList();
    }

    private static Problem unknown(Register register, RecordRules.Link link) {
        return new Problem(
                link.field(),
                "register.problem.choice",
                List.of(register.field(link.field()).orElseThrow().name(), link.target()));
    }

    /** References of a record: each one exists in the province and is of the register that the field names. */
    List<RecordRules.Link> links(Register register, RegisterRecord record, Values values) {
        List<RecordRules.Link> links = RecordRules.links(register, values).toList();
        Map<UUID, String> known = new HashMap<>();
        repository
                .findAll(
                        record.province(),
                        links.stream().map(RecordRules.Link::target).toList())
                .forEach(each -> known.put(each.id(), each.register()));
        refuse(links.stream()
                .filter(link -> !Objects.equals(
                        register.field(link.field()).orElseThrow().register(), known.get(link.target())))
                .map(link -> unknown(register, link))
                .toList());
        return links;
    }
}

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Check;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.geography.Geography;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** What a record must be before it is kept: as its definition says, of things that exist, and not there already. */
@Component
public class RecordChecks {

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

    /** What was typed as values, and what is wrong with it by itself. */
    public record Read(Values values, List<Problem> problems) {}

    /** The register is kept at the unit's level, and the unit exists today or did on the day of the record. */
    void keeps(Register register, int unit, LocalDate day) {
        refuse(kept(register, unit, day).stream().toList());
    }

    /** The same without a refusal. */
    public Optional<Problem> kept(Register register, int unit, LocalDate day) {
        Unit place = units.find(unit, day);
        if (!register.levels().contains(place.level().name())) {
            return Optional.of(new Problem("unit", "register.problem.level", List.of(register.name())));
        }
        return place.validity().on(day) || place.validity().on(LocalDate.now(clock))
                ? Optional.empty()
                : Optional.of(new Problem("unit", "register.problem.ended", List.of(place.fullName(), day)));
    }

    /** What was typed, held against the definition and what it names. */
    Values read(Register register, int unit, Map<String, List<String>> typed) {
        Read read = judge(register, typed);
        refuse(read.problems());
        refuse(lies(register, unit, List.of(read.values())).getFirst());
        refuse(exist(register, List.of(read.values())).getFirst());
        return read.values();
    }

    /** What was typed, held against the definition alone; nothing is asked of the database. */
    public Read judge(Register register, Map<String, List<String>> typed) {
        ValueReader reader = new ValueReader(register, catalog);
        Values values = reader.read(typed);
        List<Problem> problems = new ArrayList<>(reader.problems());
        values.day(register.date())
                .filter(day -> day.isAfter(LocalDate.now(clock).plusDays(AHEAD)))
                .ifPresent(day -> problems.add(new Problem(register.date(), "register.problem.ahead", List.of(day))));
        RecordRules.broken(register, values, Check.Kind.HARD).forEach(check -> problems.add(broken(check)));
        return new Read(values, problems);
    }

    /** What records of one unit name and must not: villages, agencies, units, other records. A list for each, in their order. */
    List<List<Problem>> named(Register register, int unit, List<Values> all) {
        List<List<Problem>> lies = lies(register, unit, all);
        List<List<Problem>> exist = exist(register, all);
        List<List<Problem>> refer = refer(register, geographies.province(unit), all);
        List<List<Problem>> named = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            named.add(Stream.of(lies.get(at), exist.get(at), refer.get(at))
                    .flatMap(List::stream)
                    .toList());
        }
        return named;
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
                    .flatMap(other -> repository.find(made.province(), other))
                    .ifPresent(other -> {
                        throw Rejected.field(
                                register.unique().getLast(),
                                "register.problem.same",
                                names.list(register, register.unique()),
                                names.name(other),
                                other.onDay());
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

    /** Villages that records name lie in the commune that keeps them, or in what it became or was made of. */
    private List<List<Problem>> lies(Register register, int unit, List<Values> all) {
        Set<UUID> named = all.stream()
                .flatMap(values -> RecordRules.ids(register, values, RecordField.Type.VILLAGE))
                .map(RecordRules.Link::target)
                .collect(Collectors.toSet());
        Geography geography = geographies.now();
        boolean commune = geography.level(unit).filter(Level.COMMUNE::equals).isPresent();
        Map<UUID, Village> known = villages.named(geographies.province(unit), named, LocalDate.now(clock));
        return all.stream()
                .map(values -> RecordRules.ids(register, values, RecordField.Type.VILLAGE)
                        .filter(link -> Optional.ofNullable(known.get(link.target()))
                                .filter(village -> !commune
                                        || geography.isOrBecame(unit, village.unit())
                                        || geography.isOrBecame(village.unit(), unit))
                                .isEmpty())
                        .map(link -> unknown(register, link))
                        .toList())
                .toList();
    }

    /** Agencies and units that records name exist. */
    private List<List<Problem>> exist(Register register, List<Values> all) {
        Set<Integer> known = new HashSet<>();
        List<RecordRules.Named> everything = all.stream()
                .flatMap(values -> RecordRules.numbers(register, values))
                .toList();
        agencies.findAll(ids(everything, RecordField.Type.AGENCY)).forEach(agency -> known.add(agency.id()));
        return all.stream()
                .map(values -> RecordRules.numbers(register, values)
                        .filter(each -> each.type() == RecordField.Type.UNIT
                                ? geographies.now().level(each.id()).isEmpty()
                                : !known.contains(each.id()))
                        .map(each -> new Problem(
                                each.field(),
                                "register.problem.choice",
                                List.of(
                                        register.field(each.field())
                                                .orElseThrow()
                                                .name(),
                                        each.id())))
                        .toList())
                .toList();
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
        refuse(refer(register, record.province(), List.of(values)).getFirst());
        return RecordRules.links(register, values).toList();
    }

    private List<List<Problem>> refer(Register register, int province, List<Values> all) {
        Set<UUID> targets = all.stream()
                .flatMap(values -> RecordRules.links(register, values))
                .map(RecordRules.Link::target)
                .collect(Collectors.toSet());
        Map<UUID, String> known = new HashMap<>();
        if (!targets.isEmpty()) {
            repository.findAll(province, targets).forEach(each -> known.put(each.id(), each.register()));
        }
        return all.stream()
                .map(values -> RecordRules.links(register, values)
                        .filter(link -> !Objects.equals(
                                register.field(link.field()).orElseThrow().register(), known.get(link.target())))
                        .map(link -> unknown(register, link))
                        .toList())
                .toList();
    }
}

package vn.toam.recordquery;

import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.definition.RecordCount;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.definition.Register.Sensitivity;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.register.ReadingRights;
import vn.toam.register.RecordNames;
import vn.toam.register.RegisterPermissions;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Registers;
import vn.toam.shared.Access;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.NotFound;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Subject;
import vn.toam.shared.Text;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** Lists what units keep, as far as whoever asks may see it. */
@Service
@Transactional(readOnly = true)
public class RegisterReader {

    /** Most records of a file. */
    static final int MOST = 20_000;

    /** Records of a province that hold some words are counted no further. */
    public static final int MOST_FOUND = 1_000;

    private static final int ALIKE = 10;

    private final RecordListRepository repository;
    private final SummaryRepository summaries;
    private final CountRepository counts;
    private final Registers registers;
    private final RecordNames names;
    private final RecordPlaces places;
    private final ReadingRights rights;
    private final UnitService units;
    private final Villages villages;
    private final Access access;
    private final Clock clock;

    RegisterReader(
            RecordListRepository repository,
            SummaryRepository summaries,
            CountRepository counts,
            Registers registers,
            RecordNames names,
            RecordPlaces places,
            ReadingRights rights,
            UnitService units,
            Villages villages,
            Access access,
            Clock clock) {
        this.repository = repository;
        this.summaries = summaries;
        this.counts = counts;
        this.registers = registers;
        this.names = names;
        this.places = places;
        this.rights = rights;
        this.units = units;
        this.villages = villages;
        this.access = access;
        this.clock = clock;
    }

    /** The registers of a place, and what each holds there. */
    public RegisterIndex index(@Nullable Integer unit) {
        int asked = unit == null ? access.require(RECORD_READ).unit() : unit;
        access.require(RECORD_READ);
        LocalDate today = LocalDate.now(clock);
        Unit place = units.find(asked, today);
        List<Register> shown = registers.of(asked).stream()
                .filter(register -> rights.figures(register, asked) && keptWithin(register, place))
                .toList();
        Map<String, RegisterSummary> found = shown.isEmpty() ? Map.of() : summaries.of(places.of(place), shown, today);
        return new RegisterIndex(
                place,
                shown.stream()
                        .map(register -> found.getOrDefault(register.id(), new RegisterSummary(register, 0, 0, 0, 0)))
                        .toList(),
                places.choices(place),
                shown.stream()
                        .filter(register -> enters(register, place))
                        .map(Register::id)
                        .collect(java.util.stream.Collectors.toSet()));
    }

    /** Kept at the place itself or below it; of the country as a whole only its own records are shown. */
    private static boolean keptWithin(Register register, Unit place) {
        if (place.level() == Level.COUNTRY) {
            return register.levels().contains(Level.COUNTRY.name());
        }
        return register.levels().stream().anyMatch(level -> Level.valueOf(level).compareTo(place.level()) >= 0);
    }

    private boolean enters(Register register, Unit place) {
        Subject subject = register.own() ? Subject.of(place.id(), rights.agency()) : Subject.of(place.id());
        return register.levels().contains(place.level().name())
                && place.validity().last() == null
                && rights.keeps(subject);
    }

    /** A register by its id, as a unit keeps it. */
    public Register register(String register, int unit) {
        access.require(RECORD_READ);
        return registers.get(register, unit);
    }

    /** A page of a register. */
    public RecordList list(String register, RecordQuery query) {
        return list(registers.get(register, query.unit()), query, false);
    }

    /** The same with every record, at most {@link #MOST}: for a file. */
    public RecordList whole(String register, RecordQuery query) {
        return list(registers.get(register, query.unit()), query, true);
    }

    private RecordList list(Register register, RecordQuery asked, boolean whole) {
        rights.requireFigures(register, asked.unit());
        LocalDate today = LocalDate.now(clock);
        Unit place = units.find(asked.unit(), today);
        boolean sensitive = register.sensitivity() == Sensitivity.SENSITIVE;
        boolean own = register.levels().contains(place.level().name()) && rights.keeps(Subject.of(place.id()));
        if (sensitive && !own) {
            return figures(register, place, asked, today);
        }
        RecordPlaces.Scope scope = sensitive ? places.itself(place) : places.of(place);
        boolean people = register.sensitivity() != Sensitivity.PERSONAL && !sensitive
                || scope.units() != null && scope.units().stream().allMatch(unit -> rights.keeps(Subject.of(unit)));
        boolean named = people || !title(register).personal();
        RecordQuery query = named ? asked : asked.sorted(RecordOrder.DAY);
        SearchWords words = SearchWords.of(query.q());
        boolean searched = scope.units() == null && !words.isEmpty();
        RecordListRepository.Wanted wanted = wanted(register, scope, query, people, words, today);
        boolean all = whole || !searched;
        RecordListRepository.Totals totals = totals(wanted, all);
        if (totals.records() == 0 && words.single()) {
            wanted = wanted(register, scope, query, people, words.runTogether(), today);
            totals = totals(wanted, all);
        }
        KeysetSlice<RecordListRepository.Listed> page = whole
                ? new KeysetSlice<>(repository.first(wanted, MOST), null, null, totals.records())
                : repository.page(wanted, totals, query.cursor().orElse(null));
        return shown(register, place, query, page, totals.sums(), people, today);
    }

    /**
     * Numbers are added up where that is no long way: records of a whole province are first narrowed.
     *
     * @param all counted to the end; otherwise no further than {@link #MOST_FOUND}
     */
    private RecordListRepository.Totals totals(RecordListRepository.Wanted wanted, boolean all) {
        List<String> numbers = RecordList.numbers(wanted.register()).stream()
                .map(RecordField::id)
                .toList();
        if (wanted.units() != null) {
            return repository.totals(wanted, numbers);
        }
        RecordListRepository.Totals records =
                all ? repository.totals(wanted, List.of()) : repository.totals(wanted, MOST_FOUND);
        return numbers.isEmpty()
                        || records.more()
                        || records.records() == 0
                        || records.records() > RecordList.MOST_SUMMED
                ? records
                : repository.totals(wanted, numbers);
    }

    private RecordList shown(
            Register register,
            Unit place,
            RecordQuery query,
            KeysetSlice<RecordListRepository.Listed> page,
            Map<String, Sum> sums,
            boolean people,
            LocalDate today) {
        List<RecordRow> rows = page.items().stream()
                .map(each -> new RecordRow(
                        each.record(),
                        each.name(),
                        each.derived(),
                        each.unproven(),
                        rights.people(register, each.record())))
                .toList();
        List<RegisterRecord> records = rows.stream().map(RecordRow::record).toList();
        Map<Integer, Text> keepers = new HashMap<>();
        units.findAll(records.stream().map(RegisterRecord::unit).toList(), today)
                .forEach(unit -> keepers.put(unit.id(), unit.fullName()));
        return new RecordList(
                register,
                place,
                query,
                page.with(rows),
                sums,
                names.known(register, records, today),
                place.level().reports() && keepers.size() < 2 ? Map.of() : keepers,
                places.choices(place),
                villages(register, place, query, today),
                enters(register, place),
                people,
                query.count().isEmpty() ? null : figure(register, place, query, today),
                List.of());
    }

    /** The villages of a commune, and the one that is asked for, even if it is no longer there. */
    private List<FieldChoice> villages(Register register, Unit place, RecordQuery query, LocalDate today) {
        List<String> fields = register.fields().stream()
                .filter(field -> field.type() == RecordField.Type.VILLAGE)
                .map(RecordField::id)
                .toList();
        if (fields.isEmpty() || place.level() != Level.COMMUNE) {
            return List.of();
        }
        Map<UUID, Village> shown = new LinkedHashMap<>();
        villages.of(place.id(), today).forEach(village -> shown.put(village.id(), village));
        List<UUID> asked = fields.stream()
                .flatMap(field -> Optional.ofNullable(query.codes().get(field)).stream())
                .filter(code -> code.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .filter(id -> !shown.containsKey(id))
                .toList();
        shown.putAll(villages.named(places.of(place).province(), asked, today));
        return shown.values().stream()
                .map(village -> new FieldChoice(village.id().toString(), village.fullName()))
                .toList();
    }

    private static RecordField title(Register register) {
        return register.field(register.title().getFirst()).orElseThrow();
    }

    private RecordListRepository.Wanted wanted(
            Register register,
            RecordPlaces.Scope scope,
            RecordQuery query,
            boolean people,
            SearchWords words,
            LocalDate today) {
        ListCondition condition = new ListCondition(register, query, today);
        if (!query.count().isEmpty()) {
            RecordCount count = count(register, query).orElseThrow(() -> new NotFound("count " + query.count()));
            condition.counted(counting(register, query), count);
        }
        condition.narrowed(people);
        boolean hides =
                register.sensitivity() == Sensitivity.PERSONAL || register.sensitivity() == Sensitivity.SENSITIVE;
        condition.words(
                words,
                hides ? people ? ListCondition.Find.OWN : ListCondition.Find.OPEN : ListCondition.Find.ALL,
                rights.agency(),
                scope.units() == null);
        if (register.sensitivity() == Sensitivity.SENSITIVE) {
            condition.ownAgency(rights.agency());
        }
        return new RecordListRepository.Wanted(
                scope.province(), register, scope.units(), condition.condition(), query.sort(), query.down(), today);
    }

    /** The register whose count is asked for: this one, or one that counts through its records. */
    private Register counting(Register register, RecordQuery query) {
        int dot = query.count().indexOf('.');
        return dot < 0 ? register : registers.get(query.count().substring(0, dot), query.unit());
    }

    private Optional<RecordCount> count(Register register, RecordQuery query) {
        String id = query.count().substring(query.count().indexOf('.') + 1);
        Register counting = counting(register, query);
        return counting.count(id).filter(count -> {
            String counted = count.through() == null
                    ? null
                    : counting.field(count.through()).orElseThrow().register();
            return register.id().equals(counted == null ? counting.id() : counted);
        });
    }

    /** The register whose records a count counts: where its list stands. */
    public String counted(String register, int unit, String count) {
        access.require(RECORD_READ);
        Register counting = registers.get(register, unit);
        return counting.count(count)
                .map(RecordCount::through)
                .flatMap(counting::field)
                .map(RecordField::register)
                .orElse(register);
    }

    private RecordList.Figure figure(Register register, Unit place, RecordQuery query, LocalDate today) {
        RecordCount count = count(register, query).orElseThrow(() -> new NotFound("count " + query.count()));
        LocalDate last = query.to() == null ? today : query.to();
        LocalDate first = query.from() == null ? last.withDayOfYear(1) : query.from();
        return figure(counting(register, query), place, count, first, last);
    }

    private RecordList.Figure figure(
            Register register, Unit place, RecordCount count, LocalDate first, LocalDate last) {
        RecordPlaces.Scope scope = places.of(place);
        Set<Integer> within = places.units(place);
        BigDecimal sum = BigDecimal.ZERO;
        int unproven = 0;
        for (CountRepository.Figure each : counts.count(scope.province(), register, List.of(count), within, first, last)
                .getFirst()) {
            sum = sum.add(each.figure());
            unproven += each.unproven();
        }
        return new RecordList.Figure(
                count.name(), register.name(), first, last, count.of() == RecordCount.Of.STOCK, sum, unproven);
    }

    /** Other records of a unit that hold some words: what one may be put together with. */
    public List<RecordRow> alike(String register, int unit, UUID id, String typed) {
        access.require(RegisterPermissions.RECORD_KEEP, Subject.of(unit));
        Register kind = registers.get(register, unit);
        SearchWords words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        ListCondition condition = new ListCondition(kind, RecordQuery.of(Map.of(), unit), LocalDate.now(clock));
        condition.words(words, ListCondition.Find.OWN, rights.agency(), false);
        condition.condition().and("r.id <> :itself", "itself", id);
        RecordPlaces.Scope scope = places.itself(units.find(unit, LocalDate.now(clock)));
        return repository
                .first(
                        new RecordListRepository.Wanted(
                                scope.province(),
                                kind,
                                scope.units(),
                                condition.condition(),
                                RecordOrder.NAME,
                                false,
                                LocalDate.now(clock)),
                        ALIKE)
                .stream()
                .filter(each -> rights.keeps(each.record()))
                .map(each -> new RecordRow(each.record(), each.name(), each.derived(), each.unproven(), true))
                .toList();
    }

    private RecordList figures(Register register, Unit place, RecordQuery query, LocalDate today) {
        List<RecordList.Figure> figures = new ArrayList<>();
        register.counts().forEach(count -> figures.add(figure(register, place, count, today.withDayOfYear(1), today)));
        return new RecordList(
                register,
                place,
                query,
                null,
                Map.of(),
                names.known(register, List.of(), today),
                Map.of(),
                places.choices(place),
                List.of(),
                false,
                false,
                null,
                figures);
    }
}

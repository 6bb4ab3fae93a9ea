package vn.toam.register;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Check;
import vn.toam.catalog.Lifecycle;
import vn.toam.catalog.RecordField;
import vn.toam.catalog.Register;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.unit.Geography;
import vn.toam.unit.Level;
import vn.toam.unit.Unit;
import vn.toam.unit.UnitService;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** Enters, changes, moves on and proves records. Every change is a version with its author; nothing is ever overwritten unseen. */
@Service
public class RecordService {

    /** Records may be dated this far ahead: what is planned. */
    private static final int AHEAD = 400;

    private final RecordRepository repository;
    private final Registers registers;
    private final RecordNames names;
    private final RecordReminders reminders;
    private final Catalog catalog;
    private final Geographies geographies;
    private final UnitService units;
    private final Villages villages;
    private final Documents documents;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    RecordService(
            RecordRepository repository,
            Registers registers,
            RecordNames names,
            RecordReminders reminders,
            Catalog catalog,
            Geographies geographies,
            UnitService units,
            Villages villages,
            Documents documents,
            Access access,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.registers = registers;
        this.names = names;
        this.reminders = reminders;
        this.catalog = catalog;
        this.geographies = geographies;
        this.units = units;
        this.villages = villages;
        this.documents = documents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a new record.
     *
     * @param id chosen by whoever asks: the same request again does nothing
     * @param agency whose own it is; null: the unit's
     * @param typed inputs by name, as {@link ValueReader} reads them
     * @throws Rejected naming every input that is wrong
     */
    @Transactional
    public UUID create(String register, int unit, @Nullable Integer agency, UUID id, Map<String, List<String>> typed) {
        Me me = access.require(RECORD_KEEP, agency == null ? Subject.of(unit) : Subject.of(unit, agency));
        return create(registers.get(register, unit), unit, agency, id, typed, me);
    }

    private UUID create(
            Register register, int unit, @Nullable Integer agency, UUID id, Map<String, List<String>> typed, Me me) {
        Values values = read(register, unit, typed);
        keeps(register, unit, values.day(register.date()).orElseThrow());
        int province = geographies.province(unit);
        Instant now = clock.instant();
        LocalDate day = values.day(register.date()).orElseThrow();
        RegisterRecord made = new RegisterRecord(
                province, id, register.id(), register.version(), unit, agency, village(values), register.states().start(), day, day, values, 0, 1,
                RegisterRecord.Source.TYPED, null, null, false, now, now, me.name());
        RecordRepository.Found found = found(register, values);
        once(register, made, found.same());
        if (repository.add(made, found)) {
            repository.span(province, id, register.id(), made.state(), day);
            repository.link(province, id, links(register, made, values));
            remember(register, made, RecordChange.What.MADE, me, "");
            told("register.audit.made", register, made, found.name());
        }
        return id;
    }

    /**
     * Changes a record.
     *
     * @param version the version that was changed
     * @param note why; may be blank
     * @throws Conflict when somebody else changed it meanwhile
     */
    @Transactional
    public void change(int unit, UUID id, int version, Map<String, List<String>> typed, String note) {
        RegisterRecord kept = standing(unit, id);
        Register register = registers.get(kept.register(), kept.unit());
        Me me = keeper(register, kept);
        Values values = read(register, unit, typed);
        register.states().state(kept.state()).ifPresent(state -> refuse(RecordRules.missing(register, state, values)));
        save(register, at(kept, version), values, me, RecordChange.What.CHANGED, note);
    }

    private void save(Register register, RegisterRecord kept, Values values, Me me, RecordChange.What what, String note) {
        LocalDate day = values.day(register.date()).orElseThrow();
        RecordRepository.Found found = found(register, values);
        once(register, kept, found.same());
        if (!repository.change(kept, register.version(), village(values), day, values, found, me.name(), clock.instant())) {
            throw new Conflict(kept.id().toString());
        }
        repository.begins(kept.province(), kept.id(), day);
        repository.link(kept.province(), kept.id(), links(register, kept, values));
        remember(register, again(kept), what, me, note.strip());
        told("register.audit.changed", register, kept, found.name());
    }

    /**
     * Moves a record into another state.
     *
     * @param on the first day of that state; not before the day it came into the one it is in, not after today
     */
    @Transactional
    public void move(int unit, UUID id, int version, String to, LocalDate on, String note) {
        RegisterRecord kept = at(standing(unit, id), version);
        Register register = registers.get(kept.register(), kept.unit());
        Me me = keeper(register, kept);
        Lifecycle.State next = register.states().next(kept.state()).stream()
                .filter(state -> state.id().equals(to))
                .findFirst()
                .orElseThrow(() -> new Conflict(id + " " + kept.state() + " " + to));
        refuse(RecordRules.missing(register, next, kept.values()));
        LocalDate today = LocalDate.now(clock);
        if (on.isBefore(kept.since()) || on.isAfter(today)) {
            throw Rejected.field("on", "register.problem.between", kept.since(), today);
        }
        if (!repository.move(kept, to, on, me.name(), clock.instant())) {
            throw new Conflict(id.toString());
        }
        remember(register, again(kept), RecordChange.What.MOVED, me, note.strip());
        told("register.audit.moved", register, kept, next.name().vi());
    }

    /** Takes the last change back: the record says and is again what it said and was before. It becomes a version of its own. */
    @Transactional
    public void undo(int unit, UUID id, int version) {
        RegisterRecord kept = at(standing(unit, id), version);
        Register register = registers.get(kept.register(), kept.unit());
        Me me = keeper(register, kept);
        List<RecordChange> history = repository.history(kept.province(), id);
        RecordChange last = history.getFirst();
        switch (last.what()) {
            case CHANGED -> save(register, kept, history.get(1).values(), me, RecordChange.What.UNDONE, "");
            case MOVED -> {
                if (!repository.back(kept, me.name(), clock.instant())) {
                    throw new Conflict(id.toString());
                }
                remember(register, again(kept), RecordChange.What.UNDONE, me, "");
                told("register.audit.undone", register, kept, "");
            }
            default -> throw new Conflict(id + " " + last.what());
        }
    }

    /** Lays a file with a record. */
    @Transactional
    public Attachment attach(int unit, UUID id, String name, byte[] bytes) {
        RegisterRecord kept = standing(unit, id);
        Register register = registers.get(kept.register(), kept.unit());
        Me me = keeper(register, kept);
        Attachment file = documents.attach(null, name, bytes);
        repository.attach(kept, file.id(), me.name(), clock.instant());
        remember(register, again(kept), RecordChange.What.FILED, me, file.name());
        told("register.audit.filed", register, kept, file.name());
        return file;
    }

    /** Takes a file away from a record; its history says so. */
    @Transactional
    public void detach(int unit, UUID id, UUID attachment) {
        RegisterRecord kept = standing(unit, id);
        Me me = access.require(RECORD_KEEP, kept);
        String name = documents.file(attachment).name();
        if (!repository.detach(kept, attachment, me.name(), clock.instant())) {
            throw new NotFound("file " + attachment);
        }
        remember(registers.get(kept.register(), kept.unit()), again(kept), RecordChange.What.FILED, me, "− " + name);
        told("register.audit.unfiled", registers.get(kept.register(), kept.unit()), kept, name);
    }

    /** Two records are one: {@code id} goes into {@code other}, which keeps its own words, all files and everything that referred to either. */
    @Transactional
    public void merge(int unit, UUID id, int version, int otherUnit, UUID other) {
        RegisterRecord from = at(standing(unit, id), version);
        Me me = access.require(RECORD_KEEP, from);
        RegisterRecord into = standing(otherUnit, other);
        access.require(RECORD_KEEP, into);
        if (id.equals(other) || !from.register().equals(into.register()) || from.province() != into.province()) {
            throw Rejected.field("into", "register.problem.merge");
        }
        Register register = registers.get(from.register(), from.unit());
        repository.merge(from, into, me.name(), clock.instant());
        String name = Optional.ofNullable(from.values().text(register.title().getFirst())).orElse("");
        remember(register, again(from), RecordChange.What.MERGED, me, "");
        remember(register, again(into), RecordChange.What.MERGED, me, name);
        told("register.audit.merged", register, into, name);
    }

    /** Who keeps the record, or is asked in it. */
    private Me keeper(Register register, RegisterRecord kept) {
        String asked = register.receiver() == null ? null : kept.values().text(register.receiver());
        return asked != null && access.allows(RECORD_KEEP, Subject.of(Integer.parseInt(asked)))
                ? access.me()
                : access.require(RECORD_KEEP, kept);
    }

    private RegisterRecord standing(int unit, UUID id) {
        RegisterRecord kept = repository
                .find(geographies.province(unit), id)
                .filter(each -> each.unit() == unit)
                .orElseThrow(() -> new NotFound("record " + id));
        if (kept.mergedInto() != null) {
            throw new Conflict("record " + id + " was merged");
        }
        return kept;
    }

    private static RegisterRecord at(RegisterRecord kept, int version) {
        if (kept.version() != version) {
            throw new Conflict(kept.id().toString());
        }
        return kept;
    }

    /** Every version lies in the history, and what falls due of it is expected anew. */
    private void remember(Register register, RegisterRecord now, RecordChange.What what, Me me, String note) {
        repository.remember(now, what, me, note);
        reminders.expect(register, now);
    }

    private RegisterRecord again(RegisterRecord kept) {
        return repository.find(kept.province(), kept.id()).orElseThrow();
    }

    /** The register is kept at the unit's level, and the unit exists on the day of the record. */
    private void keeps(Register register, int unit, LocalDate day) {
        Unit place = units.find(unit, day);
        if (!register.levels().contains(place.level().name())) {
            throw Rejected.field("unit", "register.problem.level", register.name());
        }
        if (!place.validity().on(day)) {
            throw Rejected.field("unit", "register.problem.ended", place.fullName(), day);
        }
    }

    /** What was typed, held against the definition. */
    private Values read(Register register, int unit, Map<String, List<String>> typed) {
        ValueReader reader = new ValueReader(register, catalog);
        Values values = reader.read(typed);
        List<Problem> problems = new ArrayList<>(reader.problems());
        values.day(register.date())
                .filter(day -> day.isAfter(LocalDate.now(clock).plusDays(AHEAD)))
                .ifPresent(day -> problems.add(new Problem(register.date(), "register.problem.ahead", List.of(day))));
        RecordRules.broken(register, values, Check.Kind.HARD).forEach(check -> problems.add(broken(check)));
        refuse(problems);
        lies(register, unit, values);
        return values;
    }

    private static Problem broken(Check check) {
        return new Problem(
                check.holds().fields().stream().findFirst().orElse(""), "register.problem.check", List.of(check.message()));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    private void once(Register register, RegisterRecord made, @Nullable String same) {
        if (same != null) {
            repository
                    .same(made.province(), made.register(), made.unit(), same)
                    .filter(other -> !other.equals(made.id()))
                    .ifPresent(other -> {
                        throw Rejected.field(
                                register.unique().getLast(), "register.problem.same", names.list(register, register.unique()));
                    });
        }
    }

    private RecordRepository.Found found(Register register, Values values) {
        List<String> words = names.words(register, values);
        return new RecordRepository.Found(
                Optional.ofNullable(values.text(register.title().getFirst())).orElse(""),
                RecordRules.words(register, values, true, words),
                RecordRules.words(register, values, false, words),
                RecordRules.same(register, values));
    }

    /** Villages that a record names lie in the commune that keeps it, or in what it became or was made of. */
    private void lies(Register register, int unit, Values values) {
        List<RecordRules.Link> named = RecordRules.ids(register, values, RecordField.Type.VILLAGE).toList();
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

    private static Problem unknown(Register register, RecordRules.Link link) {
        return new Problem(
                link.field(),
                "register.problem.choice",
                List.of(register.field(link.field()).orElseThrow().name(), link.target()));
    }

    /** References of a record: each one exists in the province and is of the register that the field names. */
    private List<RecordRules.Link> links(Register register, RegisterRecord record, Values values) {
        List<RecordRules.Link> links = RecordRules.links(register, values).toList();
        Map<UUID, String> known = new java.util.HashMap<>();
        repository.findAll(record.province(), links.stream().map(RecordRules.Link::target).toList())
                .forEach(each -> known.put(each.id(), each.register()));
        refuse(links.stream()
                .filter(link -> !java.util.Objects.equals(
                        register.field(link.field()).orElseThrow().register(), known.get(link.target())))
                .map(link -> unknown(register, link))
                .toList());
        return links;
    }

    private static @Nullable UUID village(Values values) {
        return Optional.ofNullable(values.text("village")).map(UUID::fromString).orElse(null);
    }

    private void told(String action, Register register, RegisterRecord record, String what) {
        audit.record(action, "record", record.id(), Map.of("register", register.name().vi(), "unit", record.unit(), "what", what));
    }
}

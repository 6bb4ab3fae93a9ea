package vn.toam.register;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;

/** Enters, changes, moves on and proves records. Every change is a version with its author; nothing is ever overwritten unseen. */
@Service
public class RecordService {

    private final RecordRepository repository;
    private final Registers registers;
    private final RecordChecks checks;
    private final RecordReminders reminders;
    private final Geographies geographies;
    private final Documents documents;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    RecordService(
            RecordRepository repository,
            Registers registers,
            RecordChecks checks,
            RecordReminders reminders,
            Geographies geographies,
            Documents documents,
            Access access,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.registers = registers;
        this.checks = checks;
        this.reminders = reminders;
        this.geographies = geographies;
        this.documents = documents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a new record.
     *
     * @param id chosen by whoever asks: the same request again does nothing
     * @param agency whose own it is; null: the unit's, where the register is not one of agencies
     * @param typed inputs by name, as {@link ValueReader} reads them
     * @throws Rejected naming every input that is wrong
     */
    @Transactional
    public UUID create(String register, int unit, @Nullable Integer agency, UUID id, Map<String, List<String>> typed) {
        Me me = access.require(RECORD_KEEP, agency == null ? Subject.of(unit) : Subject.of(unit, agency));
        Register kind = registers.get(register, unit);
        if (kind.own() && agency == null) {
            throw Rejected.because("register.problem.agency");
        }
        return create(kind, unit, agency, id, typed, me);
    }

    /**
     * Keeps several new records, all or none.
     *
     * @param id chosen by whoever asks: the same request again does nothing
     * @param rows inputs by name, for each record by its number
     * @throws Rejected naming every input that is wrong, with the number of its record before it: {@code 3.name}
     */
    @Transactional
    public int createAll(
            String register,
            int unit,
            @Nullable Integer agency,
            UUID id,
            SortedMap<Integer, Map<String, List<String>>> rows) {
        Me me = access.require(RECORD_KEEP, agency == null ? Subject.of(unit) : Subject.of(unit, agency));
        Register kind = registers.get(register, unit);
        List<Rejected.Problem> problems = new ArrayList<>();
        rows.forEach((number, typed) -> {
            UUID own = UUID.nameUUIDFromBytes((id + "/" + number).getBytes(StandardCharsets.UTF_8));
            try {
                create(kind, unit, agency, own, typed, me);
            } catch (Rejected rejected) {
                rejected.problems()
                        .forEach(each -> problems.add(
                                new Rejected.Problem(number + "." + each.field(), each.key(), each.arguments())));
            }
        });
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return rows.size();
    }

    private UUID create(
            Register register, int unit, @Nullable Integer agency, UUID id, Map<String, List<String>> typed, Me me) {
        Values values = checks.read(register, unit, EnteredFields.form(register, null, typed));
        checks.keeps(register, unit, values.day(register.date()).orElseThrow());
        int province = geographies.province(unit);
        Instant now = clock.instant();
        LocalDate day = values.day(register.date()).orElseThrow();
        RegisterRecord made = new RegisterRecord(
                province,
                id,
                register.id(),
                register.version(),
                unit,
                agency,
                values.village(),
                register.states().start(),
                day,
                day,
                values,
                0,
                1,
                RegisterRecord.Source.TYPED,
                null,
                null,
                false,
                now,
                now,
                me.name());
        RecordRepository.Found found = checks.found(register, values);
        checks.once(register, made, found.same());
        if (repository.add(made, found)) {
            repository.span(province, id, register.id(), made.state(), day);
            repository.link(province, id, checks.links(register, made, values));
            remember(register, made, RecordChange.What.MADE, me, "");
            told("register.audit.made", register, made, found.name());
            reminders.raised(register, List.of(made));
        }
        return id;
    }

    /**
     * Changes what the form of a record asks for in the state it is in; everything else stays as it is.
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
        Values values = checks.read(register, unit, EnteredFields.form(register, kept, typed));
        register.states().state(kept.state()).ifPresent(state -> checks.complete(register, state, values));
        save(register, at(kept, version), values, me, RecordChange.What.CHANGED, note);
    }

    private void save(
            Register register, RegisterRecord kept, Values values, Me me, RecordChange.What what, String note) {
        LocalDate day = values.day(register.date()).orElseThrow();
        RecordRepository.Found found = checks.found(register, values);
        checks.once(register, kept, found.same());
        if (!repository.change(
                kept, register.version(), values.village(), day, values, found, me.name(), clock.instant())) {
            throw new Conflict(kept.id().toString());
        }
        repository.begins(kept.province(), kept.id(), day);
        repository.link(kept.province(), kept.id(), checks.links(register, kept, values));
        remember(register, again(kept), what, me, note.strip());
        told("register.audit.changed", register, kept, found.name());
    }

    /**
     * Moves a record into another state.
     *
     * @param on the first day of that state; not before the day it came into the one it is in, unless that is still to come, not after today
     */
    @Transactional
    public void move(int unit, UUID id, int version, String to, LocalDate on, String note) {
        RegisterRecord kept = at(standing(unit, id), version);
        Register register = registers.get(kept.register(), kept.unit());
        keeper(register, kept);
        Lifecycle.State next = next(register, kept, to);
        moveOn(register, kept, next, side(register, kept, next), on, note);
    }

    /**
     * Moves a record into another state together with what that step asks for. What else is typed is left out.
     *
     * @param typed inputs by name; what is not among them stays as it is
     */
    @Transactional
    public void move(
            int unit, UUID id, int version, String to, LocalDate on, Map<String, List<String>> typed, String note) {
        RegisterRecord kept = at(standing(unit, id), version);
        Register register = registers.get(kept.register(), kept.unit());
        keeper(register, kept);
        List<RecordField> asked = register.askedAt(next(register, kept, to));
        step(kept, register, to, on, EnteredFields.of(typed, asked), note);
    }

    /**
     * Moves a record into another state together with anything that the desk of its register says with it. What is not typed stays as it is.
     *
     * @param typed inputs by name; one that is blank says nothing any more
     */
    @Transactional
    public void step(
            int unit, UUID id, int version, String to, LocalDate on, Map<String, List<String>> typed, String note) {
        RegisterRecord kept = at(standing(unit, id), version);
        step(kept, registers.get(kept.register(), kept.unit()), to, on, typed, note);
    }

    private void step(
            RegisterRecord kept,
            Register register,
            String to,
            LocalDate on,
            Map<String, List<String>> typed,
            String note) {
        Me me = keeper(register, kept);
        side(register, kept, next(register, kept, to));
        Map<String, List<String>> before = ValueReader.typed(register, kept.values());
        Map<String, List<String>> whole = new HashMap<>(before);
        whole.putAll(typed);
        if (whole.equals(before)) {
            moveOn(register, kept, next(register, kept, to), me, on, note);
            return;
        }
        save(register, kept, checks.read(register, kept.unit(), whole), me, RecordChange.What.CHANGED, "");
        moveOn(register, again(kept), next(register, kept, to), me, on, note);
    }

    private static Lifecycle.State next(Register register, RegisterRecord kept, String to) {
        return register.states().next(kept.state()).stream()
                .filter(state -> state.id().equals(to))
                .findFirst()
                .orElseThrow(() -> new Conflict(kept.id() + " " + kept.state() + " " + to));
    }

    private void moveOn(
            Register register, RegisterRecord kept, Lifecycle.State next, Me me, LocalDate on, String note) {
        UUID id = kept.id();
        String to = next.id();
        checks.complete(register, next, kept.values());
        LocalDate today = LocalDate.now(clock);
        LocalDate earliest = kept.since().isAfter(today) ? today : kept.since();
        if (on.isBefore(earliest) || on.isAfter(today)) {
            throw Rejected.field("on", "register.problem.between", earliest, today);
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
        String name = Optional.ofNullable(from.values().text(register.title().getFirst()))
                .orElse("");
        remember(register, again(from), RecordChange.What.MERGED, me, "");
        remember(register, again(into), RecordChange.What.MERGED, me, name);
        told("register.audit.merged", register, into, name);
    }

    /** Who keeps the record, or is asked in it. */
    private Me keeper(Register register, RegisterRecord kept) {
        return asked(register, kept) ? access.me() : access.require(RECORD_KEEP, kept);
    }

    private boolean asked(Register register, RegisterRecord kept) {
        String asked = register.receiver() == null ? null : kept.values().text(register.receiver());
        return asked != null && access.allows(RECORD_KEEP, Subject.of(Integer.parseInt(asked)));
    }

    /** Who may move the record into the state. */
    private Me side(Register register, RegisterRecord kept, Lifecycle.State next) {
        if (next.by() == Lifecycle.Side.KEEPER) {
            return access.require(RECORD_KEEP, kept);
        }
        if (next.by() == Lifecycle.Side.RECEIVER && !asked(register, kept)) {
            throw new NotAllowed();
        }
        return keeper(register, kept);
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

    private void told(String action, Register register, RegisterRecord record, String what) {
        audit.record(
                action,
                "record",
                record.id(),
                Map.of("register", register.name().vi(), "in", register.id(), "unit", record.unit(), "what", what));
    }
}

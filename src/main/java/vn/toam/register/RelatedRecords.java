package vn.toam.register;

import static vn.toam.register.RegisterPermissions.RECORD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.definition.Register;
import vn.toam.register.RelatedThings.Thing;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Text;
import vn.toam.unit.Geographies;

/**
 * What records belong to outside the registers, and which records belong to a thing there. Nothing follows from it for the thing: a duty is done
 * when its agency says so, whatever records prove.
 */
@Service
public class RelatedRecords {

    /** Most records shown of one thing. */
    private static final int MOST = 200;

    /**
     * A record that belongs to something.
     *
     * @param files how many files prove it
     * @param unproven its days for a file have passed without one
     * @param closed nothing more is to be done with it
     */
    public record Row(
            UUID id,
            String path,
            Text name,
            Text register,
            LocalDate day,
            Text state,
            boolean closed,
            int files,
            boolean unproven) {}

    /** Records as whoever reads may see them. @param hidden how many more there are that may be counted, not read */
    public record Seen(List<Row> rows, int hidden) {

        public boolean isEmpty() {
            return rows.isEmpty() && hidden == 0;
        }

        /** Those of some ids, in their order. */
        public List<Row> of(Collection<UUID> ids) {
            return rows.stream().filter(row -> ids.contains(row.id())).toList();
        }
    }

    /** What a record belongs to, or may: one kind of things. @param thing null: it belongs to none, or to one that may not be known */
    public record Related(String kind, Text label, @Nullable Thing thing, boolean hidden, List<Thing> choices) {}

    private final RelatedRepository repository;
    private final RecordRepository records;
    private final RecordService service;
    private final Registers registers;
    private final RecordNames names;
    private final ReadingRights rights;
    private final ObjectProvider<RelatedThings> things;
    private final Geographies geographies;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    RelatedRecords(
            RelatedRepository repository,
            RecordRepository records,
            RecordService service,
            Registers registers,
            RecordNames names,
            ReadingRights rights,
            ObjectProvider<RelatedThings> things,
            Geographies geographies,
            Access access,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.records = records;
        this.service = service;
        this.registers = registers;
        this.names = names;
        this.rights = rights;
        this.things = things;
        this.geographies = geographies;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The records of a thing. @param ids the thing and those whose place it took @param unit whose records these are */
    @Transactional(readOnly = true)
    public Seen of(String kind, Collection<String> ids, int unit) {
        access.me();
        LocalDate today = LocalDate.now(clock);
        List<Row> rows = new ArrayList<>();
        int hidden = 0;
        for (RegisterRecord record : repository.records(geographies.province(unit), kind, ids, MOST)) {
            Register register = registers.get(record.register(), record.unit());
            if (rights.reads(register, record)) {
                rows.add(row(register, record, today));
            } else if (rights.figures(register, record.unit())) {
                hidden++;
            }
        }
        return new Seen(rows, hidden);
    }

    private Row row(Register register, RegisterRecord record, LocalDate today) {
        Integer days = register.evidence();
        var state = register.states().state(record.state());
        return new Row(
                record.id(),
                record.path(),
                names.name(record),
                register.name(),
                record.onDay(),
                state.map(each -> each.name()).orElse(Text.of("")),
                state.map(each -> each.closed()).orElse(false),
                record.files(),
                days != null
                        && record.files() == 0
                        && record.onDay().plusDays(days).isBefore(today));
    }

    /** What a record belongs to; for whoever keeps it also what else it may. */
    @Transactional(readOnly = true)
    public List<Related> related(RegisterRecord record) {
        access.me();
        boolean keeps = record.mergedInto() == null && rights.keeps(record);
        List<RelatedRepository.Related> kept = repository.of(record.province(), record.id());
        return things.orderedStream()
                .map(each -> {
                    Optional<String> target = kept.stream()
                            .filter(one -> one.kind().equals(each.kind()))
                            .map(RelatedRepository.Related::target)
                            .findFirst();
                    Thing thing = target.flatMap(each::find).orElse(null);
                    return new Related(
                            each.kind(),
                            each.label(),
                            thing,
                            target.isPresent() && thing == null,
                            keeps
                                    ? each.choices(
                                            record.unit(),
                                            record.agency(),
                                            record.onDay().getYear())
                                    : List.of());
                })
                .filter(each ->
                        each.thing() != null || each.hidden() || !each.choices().isEmpty())
                .toList();
    }

    /** The thing that a form was opened from. @param key as {@link Thing#key} writes it; blank: none */
    public Optional<Thing> thing(String key) {
        access.me();
        int colon = key.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : of(key.substring(0, colon)).flatMap(each -> each.find(key.substring(colon + 1)));
    }

    private Optional<RelatedThings> of(String kind) {
        return things.orderedStream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    /** Keeps a new record that belongs to something. @see RecordService#create */
    @Transactional
    public UUID create(
            String register, int unit, @Nullable Integer agency, UUID id, Map<String, List<String>> typed, String key) {
        service.create(register, unit, agency, id, typed);
        relate(unit, id, key);
        return id;
    }

    /** Says what a record belongs to; what it belonged to of the same kind it does no longer. @param key as {@link Thing#key} writes it */
    @Transactional
    public void relate(int unit, UUID id, String key) {
        RegisterRecord record = kept(unit, id);
        Me me = access.require(RECORD_KEEP, record);
        Thing thing = thing(key).orElseThrow(() -> Rejected.because("register.problem.related"));
        if (!of(thing.kind()).orElseThrow().open(thing.id(), record.unit(), record.agency())) {
            throw Rejected.because("register.problem.related");
        }
        repository.put(
                record.province(),
                id,
                new RelatedRepository.Related(thing.kind(), thing.id()),
                me.name(),
                clock.instant());
        told("register.audit.related", record, thing.name().vi());
    }

    /** A record belongs to a thing of this kind no longer. */
    @Transactional
    public void release(int unit, UUID id, String kind) {
        RegisterRecord record = kept(unit, id);
        access.require(RECORD_KEEP, record);
        if (!repository.remove(record.province(), id, kind)) {
            throw new NotFound("related " + kind);
        }
        told("register.audit.released", record, "");
    }

    private RegisterRecord kept(int unit, UUID id) {
        return records.find(geographies.province(unit), id)
                .filter(each -> each.unit() == unit && each.mergedInto() == null)
                .orElseThrow(() -> new NotFound("record " + id));
    }

    private void told(String key, RegisterRecord record, String to) {
        audit.record(
                key,
                "record",
                record.id(),
                Map.of(
                        "register",
                        registers.get(record.register(), record.unit()).name().vi(),
                        "in",
                        record.register(),
                        "unit",
                        record.unit(),
                        "what",
                        to));
    }
}

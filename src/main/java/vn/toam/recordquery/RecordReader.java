package vn.toam.recordquery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.AgencyService;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Check;
import vn.toam.definition.Form;
import vn.toam.definition.RecordCount;
import vn.toam.definition.Register;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.recordquery.RecordView.CountedInto;
import vn.toam.recordquery.RecordView.Difference;
import vn.toam.recordquery.RecordView.Reference;
import vn.toam.recordquery.RecordView.Step;
import vn.toam.register.ReadingRights;
import vn.toam.register.RecordChange;
import vn.toam.register.RecordNames;
import vn.toam.register.RecordRules;
import vn.toam.register.Records;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Registers;
import vn.toam.register.Values;
import vn.toam.shared.NotFound;
import vn.toam.shared.Text;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/** Shows one record with everything that hangs on it, as far as whoever asks may see it. */
@Service
@Transactional(readOnly = true)
public class RecordReader {

    /** Most records shown that refer to it. */
    private static final int REFERENCES = 50;

    private final Records records;
    private final RecordListRepository lists;
    private final ReceivedRepository received;
    private final Registers registers;
    private final RecordNames names;
    private final ReadingRights rights;
    private final Catalog catalog;
    private final Geographies geographies;
    private final UnitService units;
    private final AgencyService agencies;
    private final Documents documents;
    private final Audit audit;
    private final Clock clock;

    RecordReader(
            Records records,
            RecordListRepository lists,
            ReceivedRepository received,
            Registers registers,
            RecordNames names,
            ReadingRights rights,
            Catalog catalog,
            Geographies geographies,
            UnitService units,
            AgencyService agencies,
            Documents documents,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.lists = lists;
        this.received = received;
        this.registers = registers;
        this.names = names;
        this.rights = rights;
        this.catalog = catalog;
        this.geographies = geographies;
        this.units = units;
        this.agencies = agencies;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFound when the unit keeps no such record in the register */
    public RecordView find(String register, int unit, UUID id) {
        Register kind = registers.get(register, unit);
        RegisterRecord record = readable(kind, unit, id);
        LocalDate today = LocalDate.now(clock);
        boolean people = rights.people(kind, record);
        boolean keeps = rights.keeps(record);
        RecordListRepository.Listed listed = lists.one(kind, record, today);
        List<RecordChange> history = records.history(record.province(), id);
        List<Values> values = Stream.concat(
                        Stream.of(record.values()), history.stream().map(RecordChange::values))
                .toList();
        return new RecordView(
                kind,
                new RecordRow(record, listed.name(), listed.derived(), listed.unproven(), people),
                units.find(record.unit(), today),
                record.agency() == null ? null : agencies.find(record.agency()).fullName(),
                keeps,
                names.known(kind, record.province(), values, today),
                keeps ? RecordRules.broken(kind, record.values(), Check.Kind.SOFT) : List.of(),
                documents.files(records.files(record.province(), id)),
                references(record),
                steps(kind, history, received.spans(record.province(), record.id())),
                keeps
                        && record.mergedInto() == null
                        && undoable(history.getFirst().what()),
                counts(kind, record, today),
                into(record));
    }

    private RegisterRecord readable(Register register, int unit, UUID id) {
        rights.requireFigures(register, unit);
        RegisterRecord record = records.find(geographies.province(unit), id)
                .filter(each -> each.unit() == unit && each.register().equals(register.id()))
                .orElseThrow(() -> new NotFound("record " + id));
        rights.require(register, record);
        return record;
    }

    private static boolean undoable(RecordChange.What what) {
        return what == RecordChange.What.CHANGED || what == RecordChange.What.MOVED;
    }

    private @Nullable String into(RegisterRecord record) {
        return record.mergedInto() == null
                ? null
                : records.find(record.province(), record.mergedInto())
                        .map(other -> other.path())
                        .orElse(null);
    }

    /** Records that refer to it and may be read. */
    private List<Reference> references(RegisterRecord record) {
        List<UUID> ids = records.referring(record.province(), record.id(), REFERENCES).stream()
                .map(Records.Referring::id)
                .distinct()
                .toList();
        return records.findAll(record.province(), ids).stream()
                .filter(each -> rights.reads(registers.get(each.register(), each.unit()), each))
                .sorted(java.util.Comparator.comparing(RegisterRecord::onDay)
                        .reversed()
                        .thenComparing(RegisterRecord::id))
                .map(each -> {
                    Register register = registers.get(each.register(), each.unit());
                    return new Reference(
                            each.path(),
                            names.name(each),
                            register.name(),
                            each.onDay(),
                            state(register, each.state()));
                })
                .toList();
    }

    private static Text state(Register register, String state) {
        return register.states().state(state).map(each -> each.name()).orElse(Text.of(""));
    }

    /** From when on each move holds, by its version; a move that was taken back does not. */
    private static Map<Integer, LocalDate> since(List<RecordChange> history, List<ReceivedRecords.Span> spans) {
        Deque<Integer> standing = new ArrayDeque<>();
        String state = "";
        for (RecordChange change : history.reversed()) {
            boolean other = !change.state().equals(state);
            if (change.what() == RecordChange.What.UNDONE && other) {
                standing.pollLast();
            } else if (standing.isEmpty() || change.what() == RecordChange.What.MOVED) {
                standing.addLast(change.no());
            }
            state = change.state();
        }
        Map<Integer, LocalDate> since = new HashMap<>();
        List<Integer> numbers = List.copyOf(standing);
        for (int at = 1; at < numbers.size() && numbers.size() == spans.size(); at++) {
            since.put(numbers.get(at), spans.get(at).first());
        }
        return since;
    }

    private static List<Step> steps(Register register, List<RecordChange> history, List<ReceivedRecords.Span> spans) {
        Map<Integer, LocalDate> since = since(history, spans);
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            RecordChange change = history.get(at);
            boolean first = at == history.size() - 1;
            steps.add(new Step(
                    change,
                    state(register, change.state()),
                    since.get(change.no()),
                    first
                            ? List.of()
                            : differences(register, history.get(at + 1).values(), change.values())));
        }
        return steps;
    }

    /** Fields and tables in which two versions differ. */
    static List<Difference> differences(Register register, Values before, Values after) {
        Stream<Difference> fields = register.fields().stream()
                .filter(field -> !Objects.equals(
                        before.map().get(field.id()), after.map().get(field.id())))
                .map(field -> new Difference(field, null, before, after));
        Stream<Difference> tables = register.tables().stream()
                .filter(table -> !Objects.equals(
                        before.map().get(table.id()), after.map().get(table.id())))
                .map(table -> new Difference(null, table, before, after));
        return Stream.concat(fields, tables).toList();
    }

    /** What has changed since a version, in the order of the form; empty when nothing has. */
    public List<Difference> since(String register, int unit, UUID id, int version) {
        Register kind = registers.get(register, unit);
        RegisterRecord record = readable(kind, unit, id);
        return records.history(record.province(), id).stream()
                .filter(change -> change.no() == version)
                .findFirst()
                .map(change -> differences(kind, change.values(), record.values()))
                .orElse(List.of());
    }

    /** The figures that count it: what stands today, what happened in the year of its leading day. */
    private List<CountedInto> counts(Register register, RegisterRecord record, LocalDate today) {
        LocalDate first = record.onDay().withDayOfYear(1);
        LocalDate end = first.plusYears(1).minusDays(1);
        return register.counts().stream()
                .filter(count -> record.mergedInto() == null && count.of() != RecordCount.Of.DISTINCT)
                .filter(count -> lists.counts(
                        register,
                        record,
                        count,
                        first,
                        count.of() == RecordCount.Of.STOCK || end.isAfter(today) ? today : end))
                .flatMap(count -> into(register, record, count).stream())
                .toList();
    }

    /** The line of the country's form that a count fills, and those of the unit's own forms and of the forms of units above it. */
    private List<CountedInto> into(Register register, RegisterRecord record, RecordCount count) {
        List<CountedInto> into = new ArrayList<>();
        String fed = count.line();
        catalog.forms().stream()
                .filter(form -> fed != null && form.field(fed).isPresent())
                .findFirst()
                .ifPresent(form -> into.add(new CountedInto(
                        count.name(),
                        form.name(),
                        form.field(Objects.requireNonNull(fed)).orElseThrow().name(),
                        "/catalog/forms/" + form.id() + "#" + fed)));
        String named = register.id() + "." + count.id();
        for (Form form : catalog.ownForms(above(record.unit()))) {
            form.fields().stream()
                    .filter(line -> named.equals(line.counted()))
                    .forEach(line -> into.add(new CountedInto(count.name(), form.name(), line.name(), null)));
        }
        return into.isEmpty() ? List.of(new CountedInto(count.name(), null, null, null)) : into;
    }

    private List<Integer> above(int unit) {
        return Stream.concat(
                        Stream.of(unit),
                        geographies.now().ancestors(unit, LocalDate.now(clock)).stream()
                                .map(each -> each.id()))
                .toList();
    }

    /** A file of a record; its bytes by {@link #content}. */
    public Attachment file(String register, int unit, UUID id, UUID file) {
        return fileOf(readable(registers.get(register, unit), unit, id), file);
    }

    private Attachment fileOf(RegisterRecord record, UUID file) {
        if (!records.files(record.province(), record.id()).contains(file)) {
            throw new NotFound("file " + file);
        }
        return documents.file(file);
    }

    /** The bytes of a file. People may stand in it: where names are hidden from whoever opens it, the trail says so before it leaves. */
    @Transactional
    public byte[] content(String register, int unit, UUID id, UUID file) {
        Register kind = registers.get(register, unit);
        RegisterRecord record = readable(kind, unit, id);
        Attachment found = fileOf(record, file);
        if (!rights.people(kind, record)) {
            audit.record(
                    "register.audit.opened",
                    "record",
                    id,
                    Map.of("register", kind.name().vi(), "in", kind.id(), "unit", unit, "what", found.name()));
        }
        return documents.content(file);
    }
}

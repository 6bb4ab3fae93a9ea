package vn.toam.recordentry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toam.definition.Check;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.RecordField;
import vn.toam.definition.Register;
import vn.toam.geography.Unit;
import vn.toam.mapping.ColumnChoices;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportBatch;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.ImportPlace.Link;
import vn.toam.mapping.ImportQuestion;
import vn.toam.mapping.Mapping;
import vn.toam.mapping.Outcome;
import vn.toam.mapping.Proposal;
import vn.toam.mapping.RecordColumn;
import vn.toam.mapping.RecordRow;
import vn.toam.mapping.RecordTarget;
import vn.toam.mapping.StandingRecord;
import vn.toam.mapping.TakenBack;
import vn.toam.register.BulkRecords;
import vn.toam.register.RecordChecks;
import vn.toam.register.RecordRules;
import vn.toam.register.RegisterRecord;
import vn.toam.register.ValueReader;
import vn.toam.register.Values;
import vn.toam.shared.Rejected.Problem;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.sheet.SheetRow;

/** The records of a register that a unit keeps, as a table is brought into them: a row is one record. */
final class RegisterTarget extends RecordTarget {

    private final Register register;
    private final Unit place;
    private final @Nullable Integer agency;
    private final ImportColumns columns;
    private final List<String> key;
    private final BulkRecords bulk;
    private final RecordChecks checks;
    private final FormChoices choices;
    private final Words words;
    private final Clock clock;
    private final Map<String, RegisterRecord> known = new HashMap<>();
    private Values judged = new Values(Map.of());

    RegisterTarget(
            Register register,
            Unit place,
            @Nullable Integer agency,
            ImportColumns columns,
            BulkRecords bulk,
            RecordChecks checks,
            FormChoices choices,
            Words words,
            Clock clock) {
        super(columns.all());
        this.register = register;
        this.place = place;
        this.agency = agency;
        this.columns = columns;
        this.key = columns.key();
        this.bulk = bulk;
        this.checks = checks;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    Register register() {
        return register;
    }

    Unit unit() {
        return place;
    }

    List<RecordColumn> tableColumns() {
        return columns.all();
    }

    @Override
    public ImportPlace place() {
        String list = "/registers/" + register.id() + "?unit=" + place.id();
        return new ImportPlace(
                "register",
                ImportPlace.IMPORTS,
                list,
                new Text(
                        register.name().vi() + ", " + place.fullName().vi(),
                        register.name().in(java.util.Locale.ENGLISH) + ", "
                                + place.fullName().in(java.util.Locale.ENGLISH)),
                false,
                List.of(
                        new Link("/registers?unit=" + place.id(), words.text("register.title")),
                        new Link(list, register.name())),
                List.of(
                        new Link(list, words.text("register.import.list")),
                        new Link(
                                "/registers/" + register.id() + "/import?unit=" + place.id(),
                                words.text("register.import.more"))),
                "register",
                register.id(),
                false);
    }

    @Override
    public String remembers() {
        return register.id();
    }

    @Override
    public List<ImportQuestion> questions() {
        List<ImportQuestion> questions = new ArrayList<>(super.questions());
        questions.add(new ImportQuestion(
                ImportColumns.STATE,
                "register.import.state",
                null,
                "register.import.state.none",
                register.states().states().stream()
                        .map(state -> new ImportQuestion.Choice(state.id(), state.name()))
                        .toList(),
                "",
                answer -> true));
        return questions;
    }

    /** A table that says no states is asked about once: what new records are counted as hangs on it. */
    @Override
    public Proposal propose(Map<String, List<SheetRow>> top) {
        Proposal read = super.propose(top);
        boolean asks = read.trust() == Proposal.Trust.OURS && read.mapping().column(ImportColumns.STATE) < 0;
        return asks ? new Proposal(read.mapping(), read.signature(), Proposal.Trust.KNOWN, read.left()) : read;
    }

    @Override
    protected List<String> key() {
        return key;
    }

    @Override
    protected ColumnChoices choices(RecordColumn column) {
        if (column.id().equals(ImportColumns.UNIT)) {
            return choices.itself(place);
        }
        RecordField field = register.field(column.id()).orElse(null);
        return field == null || field.type() == RecordField.Type.CODE
                ? super.choices(column)
                : choices.column(field, place);
    }

    @Override
    protected Map<String, String> read(Map<String, String> values) {
        return columns.apart(values);
    }

    /** As the register says which records are the same; where it does not, what they are called and their day. */
    @Override
    public String keyOf(Map<String, String> values) {
        String whole = super.keyOf(values);
        return whole.isEmpty() ? "" : Objects.requireNonNullElse(RecordRules.same(key, values::get), "");
    }

    @Override
    protected boolean alone(List<StandingRecord> standing) {
        return !register.unique().isEmpty()
                && (standing.isEmpty()
                        || standing.stream()
                                .anyMatch(each -> Objects.requireNonNull(known.get(each.id()))
                                                .unit()
                                        == place.id()));
    }

    @Override
    protected String name(Map<String, String> values) {
        String title = register.title().getFirst();
        String said = values.getOrDefault(title, "");
        return ImportColumns.kind(register.field(title).orElseThrow().type()) == RecordColumn.Kind.CODE
                ? option(title, said).map(option -> option.name().vi()).orElse(said)
                : said;
    }

    @Override
    protected Map<String, List<StandingRecord>> standing(Collection<RecordRow> rows) {
        Map<String, List<StandingRecord>> standing = new HashMap<>();
        Set<LocalDate> days = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.values().get(register.date())).stream())
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
        bulk.standing(
                        register,
                        columns,
                        place,
                        days,
                        rows.stream().map(RecordRow::key).toList())
                .forEach((key, records) -> records.forEach(record -> {
                    known.put(record.id().toString(), record);
                    Map<String, String> values = columns.values(record);
                    standing.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(new StandingRecord(
                                    record.id().toString(), record.version(), called(record, values), values));
                }));
        return standing;
    }

    private String called(RegisterRecord record, Map<String, String> values) {
        return name(values) + " (" + vn.toam.shared.Numbers.date(record.onDay()) + ")";
    }

    @Override
    protected Map<String, String> settled(
            Map<String, String> values, @Nullable StandingRecord standing, Mapping mapping) {
        Map<String, String> settled = new LinkedHashMap<>(values);
        settled.remove(ImportColumns.UNIT);
        if (standing == null) {
            String answer = mapping.answer(ImportColumns.STATE);
            settled.putIfAbsent(
                    ImportColumns.STATE, answer.isEmpty() ? register.states().start() : answer);
        }
        String before =
                standing == null ? register.states().start() : standing.values().get(ImportColumns.STATE);
        String after = settled.get(ImportColumns.STATE);
        if (after == null || after.equals(before)) {
            settled.remove(ImportColumns.SINCE);
        } else if (!settled.containsKey(ImportColumns.SINCE)) {
            Map<String, String> whole = new HashMap<>(standing == null ? Map.of() : standing.values());
            whole.putAll(settled);
            ImportStates.since(register, after, standing == null, whole)
                    .ifPresent(day -> settled.put(ImportColumns.SINCE, day));
        }
        return settled;
    }

    @Override
    protected List<Problem> problems(@Nullable StandingRecord standing, Map<String, String> values) {
        RegisterRecord kept = standing == null ? null : Objects.requireNonNull(known.get(standing.id()));
        RecordChecks.Read read = checks.judge(register, columns.typed(kept, values));
        judged = read.values();
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.removeIf(each -> each.key().equals(ValueReader.MISSING)); // the wizard says so itself
        LocalDate day = read.values().day(register.date()).orElse(null);
        if (day != null && standing == null) {
            checks.kept(register, place.id(), day).ifPresent(problems::add);
        }
        String after =
                values.getOrDefault(ImportColumns.STATE, register.states().start());
        Optional<Problem> received = ImportStates.received(register, kept, after);
        if (received.isPresent()) {
            return received.stream().toList();
        }
        Optional<Lifecycle.State> state = register.states().state(after);
        state.ifPresent(
                each -> RecordRules.missing(register, each, read.values()).forEach(problems::add));
        if (problems.isEmpty() && day != null) {
            problems.addAll(
                    ImportStates.problems(register, kept, after, day, values.get(ImportColumns.SINCE), today()));
        }
        return problems.stream().distinct().toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    protected List<Text> warnings(Map<String, String> values) { // of what was judged just before
        List<Text> warnings = new ArrayList<>();
        RecordRules.broken(register, judged, Check.Kind.SOFT).forEach(check -> warnings.add(check.message()));
        register.fields().stream()
                .filter(field -> field.type() == RecordField.Type.PHONE)
                .filter(field -> values.getOrDefault(field.id(), "").matches("[1-9]\\d{8}"))
                .forEach(field ->
                        warnings.add(words.text("register.import.phone", values.getOrDefault(field.id(), ""))));
        return warnings;
    }

    @Override
    public Map<Integer, Fault> save(ImportBatch batch) {
        Map<Integer, Fault> refused = new HashMap<>();
        bulk.save(register, columns, place, agency, batch.id(), wanted(batch))
                .forEach((ordinal, problem) -> refused.put(
                        ordinal, problem.map(Fault::of).orElseGet(() -> Fault.of("imports.wrong.changed"))));
        return refused;
    }

    private static Map<Integer, BulkRecords.Wanted> wanted(ImportBatch batch) {
        Map<Integer, BulkRecords.Wanted> wanted = new LinkedHashMap<>();
        batch.entries()
                .forEach((ordinal, entry) -> wanted.put(
                        ordinal,
                        new BulkRecords.Wanted(
                                recordOf(entry).map(UUID::fromString).orElse(null), versionOf(entry), after(entry))));
        return wanted;
    }

    @Override
    public TakenBack undo(ImportBatch batch) {
        Map<Integer, BulkRecords.Wanted> changed = wanted(batch);
        changed.values().removeIf(each -> each.id() == null);
        List<Integer> made = batch.entries().keySet().stream()
                .filter(ordinal -> !changed.containsKey(ordinal))
                .toList();
        Collection<Integer> left = bulk.undo(register, place, batch.id(), made, changed);
        List<Outcome.Left> named = new ArrayList<>();
        int values = 0;
        for (Map.Entry<Integer, Entry> each : batch.entries().entrySet()) {
            if (left.contains(each.getKey())) {
                named.add(new Outcome.Left(each.getValue().name(), List.of(Fault.of("register.import.touched"))));
            } else {
                values += each.getValue().changes().size();
            }
        }
        return new TakenBack(batch.entries().size() - left.size(), values, named);
    }
}

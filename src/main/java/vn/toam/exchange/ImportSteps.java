package vn.toam.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.FieldType;
import vn.toam.catalog.Form;
import vn.toam.collection.BulkEntry;
import vn.toam.collection.Round;
import vn.toam.collection.RoundService;
import vn.toam.shared.Conflict;

/** What an import does: recognise the table, compare it with what stands there, save what was confirmed. */
@Component
class ImportSteps {

    /** Units left out that are named when it is done. */
    private static final int NAMED = 200;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final AskedRepository asked;
    private final Permitted permitted;
    private final RoundService rounds;
    private final BulkEntry entry;
    private final Catalog catalog;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    ImportSteps(
            ImportRepository imports,
            StagingRepository staging,
            AskedRepository asked,
            Permitted permitted,
            RoundService rounds,
            BulkEntry entry,
            Catalog catalog,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.staging = staging;
        this.asked = asked;
        this.permitted = permitted;
        this.rounds = rounds;
        this.entry = entry;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Finds out how the table is to be read: it is ours, or the sender's headings are known, or it can only be proposed.
     *
     * @return true when nothing has to be asked
     */
    boolean recognise(Import made) throws UnreadableTable {
        Round round = rounds.find(made.round());
        Form form = form(round);
        Map<String, List<Line>> top = staging.top(made.id(), Headings.LOOKED_AT);
        Marks marks = Marks.of(top.getOrDefault(Rows.MARKS, List.of()));
        top.remove(Rows.MARKS);
        if (top.isEmpty()) {
            throw new UnreadableTable("blank");
        }
        if (marks != null && !marks.round().equals(round.id().toString())) {
            throw new UnreadableTable(marks.form().equals(form.id()) ? "otherRound" : "otherForm");
        }
        Headings headings = new Headings(form, round.year());
        Mapping proposed = headings.propose(top);
        String signature = Headings.signature(proposed, top.getOrDefault(proposed.sheet(), List.of()));
        Mapping mapping = marks != null || headings.areOurs(proposed, top.getOrDefault(proposed.sheet(), List.of()))
                ? about(proposed, marks == null ? "" : marks.unit())
                : imports.remembered(made.sender(), form.id(), signature).orElse(null);
        boolean known = mapping != null && mapping.complete();
        imports.map(made.id(), mapping != null ? mapping : about(proposed, permitted.own(round)), signature);
        move(made.id(), Import.Status.READING, known ? Import.Status.COMPARING : Import.Status.MAPPING);
        return known;
    }

    private static Mapping about(Mapping mapping, String unit) {
        return new Mapping(
                mapping.sheet(),
                mapping.shape(),
                mapping.header(),
                mapping.first(),
                mapping.key(),
                mapping.fields(),
                mapping.value(),
                mapping.note(),
                mapping.unit().isBlank() ? unit : mapping.unit());
    }

    /** Works out what each unit would get, and keeps that for the preview. */
    void compare(UUID id) {
        Import made = find(id);
        Mapping mapping = Objects.requireNonNull(made.mapping());
        Round round = rounds.find(made.round());
        Form form = form(round);
        List<Asked> everybody = asked.names(round.id());
        Permitted.Places places = permitted.of(everybody);
        UnitNames near = new UnitNames(places.near());
        Supplier<UnitNames> all =
                SingletonSupplier.of(() -> places.near().size() == everybody.size() ? near : new UnitNames(everybody));
        Comparison comparison = new Comparison(form, mapping, near, all, places::may);
        staging.clearEntries(id);
        if (mapping.shape() == Mapping.Shape.LINES_DOWN) {
            one(made, comparison, new Headings(form, round.year()));
        } else {
            many(made, comparison);
        }
        move(id, Import.Status.COMPARING, Import.Status.PREVIEW);
    }

    private void one(Import made, Comparison comparison, Headings headings) {
        Mapping mapping = Objects.requireNonNull(made.mapping());
        List<Line> lines = staging.lines(made.id(), mapping.sheet(), mapping.first() - 1, TableFile.MAX_ROWS);
        Comparison.Named named =
                comparison.whole(lines.isEmpty() ? new Line(mapping.sheet(), 0, List.of()) : lines.getFirst());
        Asked unit = named.unit();
        Entry entry = unit == null
                ? Comparison.refused(named)
                : comparison.compare(
                        named,
                        standing(made, List.of(named)).getOrDefault(unit.unit(), unit),
                        comparison.down(lines, headings));
        staging.addEntries(made.id(), 0, List.of(entry));
    }

    private void many(Import made, Comparison comparison) {
        Mapping mapping = Objects.requireNonNull(made.mapping());
        int total = staging.count(made.id(), mapping.sheet());
        int after = mapping.first() - 1;
        int done = 0;
        int ordinal = 0;
        List<Line> lines = staging.lines(made.id(), mapping.sheet(), after, ImportRunner.BATCH);
        while (!lines.isEmpty()) {
            List<Comparison.Named> named = lines.stream()
                    .map(comparison::name)
                    .filter(Objects::nonNull)
                    .toList();
            Map<Integer, Asked> standing = standing(made, named);
            List<Entry> entries = new ArrayList<>();
            for (Comparison.Named each : named) {
                Asked unit = each.unit();
                entries.add(
                        unit == null
                                ? Comparison.refused(each)
                                : comparison.compare(
                                        each,
                                        standing.getOrDefault(unit.unit(), unit),
                                        comparison.across(each.line())));
            }
            staging.addEntries(made.id(), ordinal, entries);
            ordinal += entries.size();
            done += lines.size();
            progress(made.id(), Import.Status.COMPARING, done, total);
            lines = staging.lines(made.id(), mapping.sheet(), lines.getLast().number(), ImportRunner.BATCH);
        }
    }

    private Map<Integer, Asked> standing(Import made, List<Comparison.Named> named) {
        List<Asked> units = named.stream()
                .map(Comparison.Named::unit)
                .filter(Objects::nonNull)
                .toList();
        return units.isEmpty() ? Map.of() : asked.standing(made.round(), units);
    }

    /**
     * Saves what the preview showed: everything in one transaction, or, when it is cancelled or fails, nothing.
     *
     * @param proof the paper from which it is typed for others; blank: none
     */
    void write(UUID id, String proof) {
        whole.executeWithoutResult(transaction -> {
            Import made = find(id);
            Round round = rounds.find(made.round());
            Form form = form(round);
            Set<String> texts = form.fields().stream()
                    .filter(field -> field.type() == FieldType.TEXT)
                    .map(field -> field.id())
                    .collect(Collectors.toSet());
            Map<Entry.Status, Integer> counts = staging.counts(id);
            int total = counts.getOrDefault(Entry.Status.NEW, 0) + counts.getOrDefault(Entry.Status.CHANGED, 0);
            List<Outcome.Left> left = new ArrayList<>();
            int saved = 0;
            int figures = 0;
            int done = 0;
            SortedMap<Integer, Entry> next = staging.toSave(id, -1, ImportRunner.BATCH);
            while (!next.isEmpty()) {
                Set<Integer> refused = save(made, next.values(), texts, left, proof);
                saved += next.size() - refused.size();
                figures += next.values().stream()
                        .filter(each -> !refused.contains(each.unit()))
                        .mapToInt(each -> each.changes().size())
                        .sum();
                done += next.size();
                progress(id, Import.Status.WRITING, done, total);
                next = staging.toSave(id, next.lastKey(), ImportRunner.BATCH);
            }
            staging.entries(id, List.of(Entry.Status.WRONG), 0, NAMED)
                    .forEach(each -> left.add(new Outcome.Left(each.name(), each.faults())));
            Outcome outcome = new Outcome(saved, figures, counts.getOrDefault(Entry.Status.SAME, 0), left, null);
            audit.record(
                    "exchange.audit.imported",
                    "round",
                    round.id(),
                    Map.of("file", made.fileName(), "units", saved, "figures", figures));
            if (!imports.finish(id, Import.Status.WRITING, Import.Status.DONE, outcome, clock.instant())) {
                throw new ImportRunner.Cancelled();
            }
        });
    }

    /** @return units that were not saved after all: somebody else changed or sent them since the preview */
    private Set<Integer> save(
            Import made, Collection<Entry> batch, Set<String> texts, List<Outcome.Left> left, String proof) {
        Map<Integer, Integer> versions = asked.versions(made.round(), batch);
        Map<Integer, Fault> refused = new HashMap<>();
        List<BulkEntry.Return> returns = new ArrayList<>();
        for (Entry each : batch) {
            if (versions.getOrDefault(each.unit(), -1) == each.version()) {
                returns.add(wanted(each, texts));
            } else {
                refused.put(each.unit(), new Fault("", 0, "", "exchange.refused.changed", List.of()));
            }
        }
        for (BulkEntry.Outcome outcome :
                entry.save(made.round(), returns, made.id().toString(), proof)) {
            Integer version = outcome.version();
            if (version == null) {
                refused.put(outcome.unit(), Fault.of(outcome.problems().getFirst()));
            } else if (version != versions.getOrDefault(outcome.unit(), -1) + 1) {
                throw new Conflict("import " + made.id());
            }
        }
        batch.stream()
                .filter(each -> refused.containsKey(each.unit()))
                .forEach(each -> left.add(new Outcome.Left(
                        each.name(), Stream.ofNullable(refused.get(each.unit())).toList())));
        return refused.keySet();
    }

    private static BulkEntry.Return wanted(Entry entry, Set<String> texts) {
        Map<String, @Nullable BigDecimal> figures = new TreeMap<>();
        entry.changes().forEach(change -> figures.put(change.field(), change.after()));
        Map<String, String> notes = new TreeMap<>(entry.texts());
        Map<String, String> narrative = new TreeMap<>(entry.texts());
        notes.keySet().removeAll(texts);
        narrative.keySet().retainAll(texts);
        return new BulkEntry.Return(entry.unit(), figures, notes, narrative);
    }

    /** Said apart from the running transaction, so that others see it. */
    private void progress(UUID id, Import.Status status, int done, int total) {
        boolean going = Boolean.TRUE.equals(
                apart.execute(transaction -> imports.progress(id, status, done, total, clock.instant())));
        if (!going) {
            throw new ImportRunner.Cancelled();
        }
    }

    private void move(UUID id, Import.Status from, Import.Status to) {
        if (!imports.move(id, List.of(from), to, clock.instant())) {
            throw new ImportRunner.Cancelled();
        }
    }

    private Form form(Round round) {
        return catalog.form(round.form(), round.formVersion());
    }

    private Import find(UUID id) {
        return imports.find(id).orElseThrow(ImportRunner.Cancelled::new);
    }
}

package vn.toam.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.FieldType;
import vn.toam.catalog.Form;
import vn.toam.collection.BulkEntry;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Conflict;

/** The last steps of an import: save what was confirmed, and take all of it back. */
@Component
class ImportSaving {

    /** Units left out that are named when it is done. */
    private static final int NAMED = 200;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final AskedRepository asked;
    private final RoundService rounds;
    private final BulkEntry entry;
    private final Catalog catalog;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    ImportSaving(
            ImportRepository imports,
            StagingRepository staging,
            AskedRepository asked,
            RoundService rounds,
            BulkEntry entry,
            Catalog catalog,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.staging = staging;
        this.asked = asked;
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
     * Saves what the preview showed: everything in one transaction, or, when it is cancelled or fails, nothing.
     *
     * @param proof the paper from which it is typed for others; blank: none
     */
    void write(UUID id, String proof) {
        whole.executeWithoutResult(transaction -> {
            Import made = find(id);
            Round round = rounds.find(made.round());
            Set<String> texts = texts(round);
            Map<Entry.Status, Integer> counts = staging.counts(id);
            int total = counts.getOrDefault(Entry.Status.NEW, 0) + counts.getOrDefault(Entry.Status.CHANGED, 0);
            List<Outcome.Left> left = new ArrayList<>();
            List<Integer> unsaved = new ArrayList<>();
            int saved = 0;
            int figures = 0;
            int done = 0;
            SortedMap<Integer, Entry> next = staging.toSave(id, -1, ImportRunner.BATCH);
            while (!next.isEmpty()) {
                Set<Integer> refused = save(made, next.values(), texts, left, proof);
                unsaved.addAll(ordinals(next, refused));
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
            staging.unsaved(id, unsaved);
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

    private static List<Integer> ordinals(SortedMap<Integer, Entry> batch, Set<Integer> units) {
        return batch.entrySet().stream()
                .filter(each -> units.contains(each.getValue().unit()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Puts back what stood before, cell by cell: a cell that holds something else by now stays, and is told. */
    void undo(UUID id) {
        whole.executeWithoutResult(transaction -> {
            Import made = find(id);
            Round round = rounds.find(made.round());
            Set<String> texts = texts(round);
            Form form = catalog.form(round.form(), round.formVersion());
            List<Outcome.Left> left = new ArrayList<>();
            int units = 0;
            int figures = 0;
            SortedMap<Integer, Entry> next = staging.toSave(id, -1, ImportRunner.BATCH);
            while (!next.isEmpty()) {
                Map<Integer, Asked> standing = standing(made, next.values());
                List<BulkEntry.Return> returns = new ArrayList<>();
                for (Entry each : next.values()) {
                    Undoing undoing = new Undoing(each, standing.get(each.unit()), form, texts);
                    undoing.wanted().ifPresent(returns::add);
                    undoing.left().ifPresent(left::add);
                }
                for (BulkEntry.Outcome outcome : entry.save(made.round(), returns, id + "/undo", "")) {
                    if (outcome.version() == null) {
                        throw new Conflict("import " + id + ", unit " + outcome.unit());
                    }
                }
                units += returns.size();
                figures +=
                        returns.stream().mapToInt(each -> each.figures().size()).sum();
                next = staging.toSave(id, next.lastKey(), ImportRunner.BATCH);
            }
            audit.record(
                    "exchange.audit.undone",
                    "round",
                    round.id(),
                    Map.of("file", made.fileName(), "units", units, "figures", figures));
            Outcome outcome = new Outcome(units, figures, 0, left, null);
            if (!imports.finish(id, Import.Status.UNDOING, Import.Status.UNDONE, outcome, clock.instant())) {
                throw new ImportRunner.Cancelled();
            }
        });
    }

    private Map<Integer, Asked> standing(Import made, Collection<Entry> entries) {
        List<Integer> units = entries.stream().map(Entry::unit).toList();
        return asked.standing(
                made.round(),
                asked.names(made.round()).stream()
                        .filter(each -> units.contains(each.unit()))
                        .toList());
    }

    private Set<String> texts(Round round) {
        return catalog.form(round.form(), round.formVersion()).fields().stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .map(field -> field.id())
                .collect(Collectors.toSet());
    }

    /** Said apart from the running transaction, so that others see it. */
    private void progress(UUID id, Import.Status status, int done, int total) {
        boolean going = Boolean.TRUE.equals(
                apart.execute(transaction -> imports.progress(id, status, done, total, clock.instant())));
        if (!going) {
            throw new ImportRunner.Cancelled();
        }
    }

    private Import find(UUID id) {
        return imports.find(id).orElseThrow(ImportRunner.Cancelled::new);
    }
}

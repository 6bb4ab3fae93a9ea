package vn.toam.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.audit.Audit;
import vn.toam.mapping.Entry;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportBatch;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.ImportTarget;
import vn.toam.mapping.Outcome;
import vn.toam.mapping.TakenBack;

/** The last steps of an import: save what was confirmed, and take all of it back. */
@Component
class ImportSaving {

    /** Entries left out that are named when it is done. */
    private static final int NAMED = 200;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final ImportTargets targets;
    private final ImportWords words;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    ImportSaving(
            ImportRepository imports,
            StagingRepository staging,
            ImportTargets targets,
            ImportWords words,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.staging = staging;
        this.targets = targets;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Saves what the preview showed: everything in one transaction, or, when it is cancelled or fails, nothing.
     *
     * @param answer to what the target asked; blank: nothing was
     */
    void write(UUID id, String answer) {
        whole.executeWithoutResult(transaction -> {
            Import made = find(id);
            ImportTarget target = targets.of(made);
            Map<Entry.Status, Integer> counts = staging.counts(id);
            int total = counts.getOrDefault(Entry.Status.NEW, 0) + counts.getOrDefault(Entry.Status.CHANGED, 0);
            List<Outcome.Left> left = new ArrayList<>();
            List<Integer> unsaved = new ArrayList<>();
            int values = 0;
            int done = 0;
            SortedMap<Integer, Entry> next = staging.toSave(id, -1, StagedRows.BATCH);
            while (!next.isEmpty()) {
                Map<Integer, Fault> refused = target.save(new ImportBatch(id, next, answer));
                for (Map.Entry<Integer, Entry> each : next.entrySet()) {
                    Fault fault = refused.get(each.getKey());
                    if (fault == null) {
                        values += each.getValue().changes().size();
                    } else {
                        left.add(new Outcome.Left(each.getValue().name(), List.of(fault)));
                        unsaved.add(each.getKey());
                    }
                }
                done += next.size();
                progress(id, done, total);
                next = staging.toSave(id, next.lastKey(), StagedRows.BATCH);
            }
            leave(id, left, unsaved);
            Outcome outcome =
                    new Outcome(done - unsaved.size(), values, counts.getOrDefault(Entry.Status.SAME, 0), left, null);
            finish(made, target, Import.Status.WRITING, Import.Status.DONE, outcome);
        });
    }

    private void leave(UUID id, List<Outcome.Left> left, List<Integer> unsaved) {
        staging.entries(id, List.of(Entry.Status.WRONG, Entry.Status.DOUBTFUL), 0, NAMED)
                .forEach(each -> left.add(new Outcome.Left(each.name(), each.faults())));
        staging.unsaved(id, unsaved);
    }

    /** Puts back what stood before; what was changed since stays, and is told. */
    void undo(UUID id) {
        whole.executeWithoutResult(transaction -> {
            Import made = find(id);
            ImportTarget target = targets.of(made);
            List<Outcome.Left> left = new ArrayList<>();
            int entries = 0;
            int values = 0;
            SortedMap<Integer, Entry> next = staging.toSave(id, -1, StagedRows.BATCH);
            while (!next.isEmpty()) {
                TakenBack back = target.undo(new ImportBatch(id, next, ""));
                left.addAll(back.left());
                entries += back.entries();
                values += back.values();
                next = staging.toSave(id, next.lastKey(), StagedRows.BATCH);
            }
            Outcome outcome = new Outcome(entries, values, 0, left, null);
            finish(made, target, Import.Status.UNDOING, Import.Status.UNDONE, outcome);
        });
    }

    private void finish(Import made, ImportTarget target, Import.Status from, Import.Status to, Outcome outcome) {
        ImportPlace place = target.place();
        audit.record(
                words.key(place, to == Import.Status.DONE ? "imports.audit.imported" : "imports.audit.undone"),
                place.subjectKind(),
                place.subject(),
                Map.of("file", made.fileName(), "entries", outcome.saved(), "values", outcome.values()));
        if (!imports.finish(made.id(), from, to, outcome, clock.instant())) {
            throw new ImportRunner.Cancelled();
        }
    }

    /** Said apart from the running transaction, so that others see it. */
    private void progress(UUID id, int done, int total) {
        boolean going = Boolean.TRUE.equals(apart.execute(
                transaction -> imports.progress(id, Import.Status.WRITING, done, total, clock.instant())));
        if (!going) {
            throw new ImportRunner.Cancelled();
        }
    }

    private Import find(UUID id) {
        return imports.find(id).orElseThrow(ImportRunner.Cancelled::new);
    }
}

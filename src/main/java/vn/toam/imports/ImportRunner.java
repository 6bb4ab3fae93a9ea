package vn.toam.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.stereotype.Component;
import vn.toam.mapping.Fault;
import vn.toam.mapping.Outcome;
import vn.toam.shared.Rejected;
import vn.toam.sheet.OldEncodings;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.TableFile;
import vn.toam.sheet.UnreadableTable;

/**
 * The long work of an import, beside the request that asked for it and in the name of the same account. Each step says how far it is after
 * every batch and learns then whether it was cancelled.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /** Somebody cancelled: whatever this step did is undone. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final ImportSteps steps;
    private final ImportSaving saving;
    private final Clock clock;
    private final ExecutorService pool = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("import-", 1).daemon().factory()));

    ImportRunner(
            ImportRepository imports, StagingRepository staging, ImportSteps steps, ImportSaving saving, Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.steps = steps;
        this.saving = saving;
        this.clock = clock;
    }

    /** Reads the file, which is deleted afterwards, and compares when it is known how. */
    Future<?> read(Import made, TableFile kind, Path file) {
        return run(made.id(), Import.Status.READING, () -> {
            try {
                store(made.id(), kind, file);
                if (steps.recognise(made)) {
                    steps.compare(made.id());
                }
            } finally {
                Files.deleteIfExists(file);
            }
        });
    }

    Future<?> compare(UUID id) {
        return run(id, Import.Status.COMPARING, () -> steps.compare(id));
    }

    Future<?> write(UUID id, String answer) {
        return run(id, Import.Status.WRITING, () -> saving.write(id, answer));
    }

    Future<?> undo(UUID id) {
        return run(id, Import.Status.UNDOING, () -> saving.undo(id));
    }

    private void store(UUID id, TableFile kind, Path file) throws UnreadableTable, IOException {
        Store store = new Store(id);
        kind.read(file, store);
        store.flush();
        imports.read(id, store.left);
        if (store.read == 0) {
            throw new UnreadableTable(store.left.isEmpty() ? "blank" : "hidden");
        }
    }

    /** Puts the rows aside, batch by batch. */
    private final class Store implements RowReceiver {

        private static final int TOLD = 200;

        private final UUID id;
        private final List<SheetRow> batch = new ArrayList<>();
        private final List<Fault> left = new ArrayList<>();
        private int read;

        private Store(UUID id) {
            this.id = id;
        }

        @Override
        public void row(String sheet, int number, List<@Nullable Object> cells) {
            batch.add(new SheetRow(sheet, number, cells));
            if (batch.size() == StagedRows.BATCH) {
                flush();
            }
        }

        @Override
        public void left(String sheet, int number, int column, String key) {
            if (left.size() < TOLD) {
                left.add(Fault.at(new SheetRow(sheet, number, List.of()), column, "imports.left." + key));
            }
        }

        private void flush() {
            if (!imports.progress(id, Import.Status.READING, read + batch.size(), 0, clock.instant())) {
                throw new Cancelled();
            }
            if (!batch.isEmpty()) {
                staging.addLines(id, OldEncodings.toUnicode(batch));
            }
            read += batch.size();
            batch.clear();
        }
    }

    private interface Step {
        void run() throws UnreadableTable, IOException;
    }

    private Future<?> run(UUID id, Import.Status status, Step step) {
        return pool.submit(() -> {
            try {
                step.run();
            } catch (Cancelled cancelled) {
                LOG.info("import {} was cancelled", id);
            } catch (UnreadableTable unreadable) {
                fail(id, unreadable.problem());
            } catch (Rejected rejected) {
                fail(id, rejected.problems().getFirst());
            } catch (IOException | RuntimeException failure) {
                if (imports.find(id).isPresent()) {
                    LOG.error("import {} failed while {}", id, status, failure);
                    fail(id, new Rejected.Problem("file", "imports.unreadable.failed", List.of()));
                }
            }
        });
    }

    private void fail(UUID id, Rejected.Problem problem) {
        if (imports.move(id, List.of(Import.Status.UNDOING), Import.Status.DONE, clock.instant())) {
            return; // nothing was taken back: it stands as it was saved
        }
        Outcome outcome = new Outcome(0, 0, 0, List.of(), Fault.of(problem));
        for (Import.Status status : Import.Status.values()) {
            if (status.working() && imports.finish(id, status, Import.Status.FAILED, outcome, clock.instant())) {
                return;
            }
        }
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}

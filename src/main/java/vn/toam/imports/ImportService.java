package vn.toam.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.toam.mapping.Entry;
import vn.toam.mapping.ImportPlace;
import vn.toam.mapping.ImportQuestion;
import vn.toam.mapping.ImportTarget;
import vn.toam.mapping.Mapping;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Text;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.TableFile;
import vn.toam.sheet.UnreadableTable;

/**
 * A file's way in: received, read, its columns understood, shown before anything is saved, confirmed or cancelled. An import belongs to the
 * account that sent it; whether it may, its target is asked at every step. The work runs beside the request: every verb gives back its end,
 * for who wants to wait a moment.
 */
@Service
public class ImportService {

    /** A received file. */
    public record Received(UUID id, Future<?> work) {}

    /** A cancelled import. @param home where files are sent from @param said what the next page says */
    public record Gone(String home, Text said) {}

    /** Work without a sign for so long was interrupted. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private static final int PAGE = 50;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final ForgottenImports forgetting;
    private final ImportRunner runner;
    private final ImportTargets targets;
    private final ImportWords words;
    private final Access access;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            StagingRepository staging,
            ForgottenImports forgetting,
            ImportRunner runner,
            ImportTargets targets,
            ImportWords words,
            Access access,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.forgetting = forgetting;
        this.runner = runner;
        this.targets = targets;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Takes a file for a target and begins to read it.
     *
     * @param file a copy that this module may delete
     * @throws Rejected when it is no table that can be taken, or the target takes nothing now
     */
    public Received receive(String kind, String key, String fileName, Path file) throws IOException {
        Me me = sender();
        targets.find(kind, key).requireOpen();
        TableFile table;
        try {
            table = TableFile.of(file);
        } catch (UnreadableTable unreadable) {
            throw unreadable.rejected();
        }
        Instant now = clock.instant();
        String name = fileName.strip();
        Import made = new Import(
                UUID.randomUUID(),
                me.account(),
                me.unit(),
                kind,
                key,
                name.substring(Math.max(0, name.length() - 200)),
                Import.Status.READING,
                0,
                0,
                "",
                null,
                null,
                List.of(),
                List.of(),
                now,
                now);
        imports.add(made);
        forgetting.remember(made);
        return new Received(made.id(), runner.read(made, table, file));
    }

    /** The last imports of the account asking. @param key into which one of the kind; blank: into any */
    public List<Import> recent(String kind, String key) {
        return imports.recent(sender().account(), kind, key);
    }

    /**
     * Everything the page of an import shows.
     *
     * @param sheet the sheet whose columns are shown; blank: the one proposed
     * @param kind which entries are listed; null: all
     * @param mapping true: its columns, though they are already understood
     */
    public ImportView view(UUID id, String sheet, Entry.@Nullable Status kind, int number, boolean mapping) {
        Import made = find(id);
        ImportTarget target = targets.of(made);
        boolean asks = made.status() == Import.Status.MAPPING || mapping && made.status() == Import.Status.PREVIEW;
        Map<String, List<SheetRow>> top = asks ? staging.top(id, ImportSteps.LOOKED_AT) : new LinkedHashMap<>();
        top.remove(RowReceiver.MARKS);
        Mapping shown = made.mapping();
        if (asks && shown != null && !sheet.isEmpty() && !sheet.equals(shown.sheet()) && top.containsKey(sheet)) {
            shown = proposed(target, sheet, top.getOrDefault(sheet, List.of()));
        }
        Map<Entry.Status, Integer> counts = staging.counts(id);
        List<Entry.Status> kinds = kind == null ? Arrays.asList(Entry.Status.values()) : List.of(kind);
        int total =
                kinds.stream().mapToInt(each -> counts.getOrDefault(each, 0)).sum();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        return new ImportView(
                made,
                target,
                words,
                shown,
                top,
                counts,
                kind,
                new Slice<>(staging.entries(id, kinds, (page - 1) * PAGE, PAGE), page, PAGE, total),
                silent(made),
                made.status() == Import.Status.PREVIEW ? asked(target, id) : null);
    }

    private static Mapping proposed(ImportTarget target, String sheet, List<SheetRow> lines) {
        try {
            return target.propose(Map.of(sheet, lines)).mapping();
        } catch (UnreadableTable unreadable) {
            throw unreadable.rejected();
        }
    }

    /**
     * Says how the table is to be read, remembers it for the sender, and compares.
     *
     * @param twice columns named like another one
     * @throws Rejected when the target lacks something to read it by, or two columns are the same
     */
    public Future<?> map(UUID id, Mapping mapping, Set<Integer> twice) {
        Import made = find(id);
        ImportTarget target = targets.of(made);
        Mapping read = mapping.within(target);
        check(target, read, twice);
        if (!again(made)) {
            return same(made, read);
        }
        imports.map(id, read, null);
        imports.remember(made.sender(), ImportSteps.memory(made, target), made.signature(), read, clock.instant());
        return runner.compare(id);
    }

    /**
     * Says what is meant where the table says it unclearly, and compares again.
     *
     * @param column whose cell
     * @param said what the table says
     * @param typed what is meant, as the sender says it
     * @throws Rejected when that is nothing, or several things
     */
    public Future<?> choose(UUID id, String column, String said, String typed) {
        Import made = find(id);
        Mapping mapping = made.mapping();
        if (mapping == null || made.status() != Import.Status.PREVIEW) {
            throw new Conflict("import " + id + " is " + made.status());
        }
        String meant = targets.of(made).meant(column, typed.strip());
        return map(id, mapping.choosing(column, said, meant), Set.of());
    }

    /** To be compared anew; false: that is already being done. What was interrupted may be begun again. */
    private boolean again(Import made) {
        List<Import.Status> from = silent(made)
                ? List.of(Import.Status.MAPPING, Import.Status.PREVIEW, Import.Status.COMPARING)
                : List.of(Import.Status.MAPPING, Import.Status.PREVIEW);
        return imports.move(made.id(), from, Import.Status.COMPARING, clock.instant());
    }

    /** The same said twice is done once. */
    private Future<?> same(Import made, Mapping mapping) {
        Import now = find(made.id());
        if (now.status() == Import.Status.COMPARING && mapping.equals(now.mapping())) {
            return CompletableFuture.completedFuture(null);
        }
        throw new Conflict("import " + made.id() + " is " + now.status());
    }

    private static void check(ImportTarget target, Mapping mapping, Set<Integer> twice) {
        List<Rejected.Problem> problems = new ArrayList<>(target.check(mapping));
        if (mapping.first() <= mapping.header()) {
            problems.add(new Rejected.Problem("first", "imports.map.first", List.of(String.valueOf(mapping.header()))));
        }
        twice.forEach(column -> problems.add(
                new Rejected.Problem("c" + column, "imports.map.twice", List.of(SheetRow.letters(column)))));
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    /**
     * Saves what the preview shows. The same again changes nothing.
     *
     * @param answers what was typed, by question
     * @throws Rejected when the target asks something before saving that is not answered
     */
    public Future<?> confirm(UUID id, Map<String, String> answers) {
        Import made = find(id);
        ImportQuestion question = asked(targets.of(made), id);
        String answer = question == null ? "" : answers.getOrDefault(question.id(), "");
        if (question != null) {
            question.check(answer);
        }
        List<Import.Status> from =
                silent(made) ? List.of(Import.Status.PREVIEW, Import.Status.WRITING) : List.of(Import.Status.PREVIEW);
        move(made, from, Import.Status.WRITING);
        return runner.write(id, answer.strip());
    }

    private @Nullable ImportQuestion asked(ImportTarget target, UUID id) {
        return target.askedToSave(List.copyOf(staging.toSave(id, -1, 2).values()));
    }

    /**
     * Takes a whole import back: what stood before stands again, save what was changed since, which is named.
     *
     * @throws Rejected when the target takes nothing now
     */
    public Future<?> undo(UUID id) {
        Import made = find(id);
        targets.of(made).requireOpen();
        move(made, List.of(Import.Status.DONE), Import.Status.UNDOING);
        return runner.undo(id);
    }

    /** Takes the file and everything read from it away; nothing was saved. @throws Conflict when it was just saved */
    public Gone cancel(UUID id) {
        Import made = find(id);
        ImportPlace place = targets.of(made).place();
        if (!imports.delete(made.id())) {
            throw new Conflict("import " + id);
        }
        return new Gone(place.home(), words.text(place, "imports.said.cancelled"));
    }

    private boolean silent(Import made) {
        return made.status().working()
                && made.changedAt().isBefore(clock.instant().minus(SILENT));
    }

    private void move(Import made, List<Import.Status> from, Import.Status to) {
        if (!imports.move(made.id(), from, to, clock.instant())) {
            throw new Conflict("import " + made.id() + " is " + made.status());
        }
    }

    private Me sender() {
        targets.requireAny();
        return access.me();
    }

    private Import find(UUID id) {
        Me me = sender();
        Import made = imports.find(id).orElseThrow(() -> new NotFound("import " + id));
        if (!made.account().equals(me.account())) {
            throw new NotFound("import " + id);
        }
        targets.of(made);
        return made;
    }
}

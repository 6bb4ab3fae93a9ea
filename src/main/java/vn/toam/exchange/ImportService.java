package vn.toam.exchange;

import static vn.toam.collection.CollectionPermissions.FORM_ENTER;
import static vn.toam.collection.CollectionPermissions.FORM_PROXY;

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
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.toam.catalog.Catalog;
import vn.toam.catalog.Form;
import vn.toam.round.Round;
import vn.toam.round.RoundService;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Slice;
import vn.toam.shared.Subject;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.TableFile;
import vn.toam.sheet.UnreadableTable;

/**
 * A file's way in: received, read, its columns understood, shown before anything is saved, confirmed or cancelled. An import belongs to the
 * account that sent it; for whom it may enter is asked for every unit. The work runs beside the request: every verb gives back its end, for
 * who wants to wait a moment.
 */
@Service
public class ImportService {

    /** A received file. */
    public record Received(UUID id, Future<?> work) {}

    /** Work without a sign for so long was interrupted. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private static final int PAGE = 50;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final ForgottenImports forgetting;
    private final ImportRunner runner;
    private final ImportSteps steps;
    private final RoundService rounds;
    private final Catalog catalog;
    private final Access access;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            StagingRepository staging,
            ForgottenImports forgetting,
            ImportRunner runner,
            ImportSteps steps,
            RoundService rounds,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.forgetting = forgetting;
        this.runner = runner;
        this.steps = steps;
        this.rounds = rounds;
        this.catalog = catalog;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Takes a file for a round and begins to read it.
     *
     * @param file a copy that this module may delete
     * @throws Rejected when it is no table that can be taken, or the round is closed
     */
    public Received receive(UUID roundId, String fileName, Path file) throws IOException {
        Me me = sender();
        Round round = rounds.find(roundId);
        if (!round.open()) {
            throw Rejected.field("round", "collection.problem.closed");
        }
        TableFile kind;
        try {
            kind = TableFile.of(file);
        } catch (UnreadableTable unreadable) {
            throw unreadable.rejected();
        }
        Instant now = clock.instant();
        String name = fileName.strip();
        Import made = new Import(
                UUID.randomUUID(),
                me.account(),
                me.unit(),
                roundId,
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
        return new Received(made.id(), runner.read(made, kind, file));
    }

    /** The last imports of the account asking. */
    public List<Import> recent() {
        return imports.recent(sender().account());
    }

    /** True when the account asking may enter figures for somebody. */
    public boolean mayImport() {
        Me me = access.me();
        return me.may(FORM_ENTER) || me.may(FORM_PROXY);
    }

    /**
     * Everything the page of an import shows.
     *
     * @param sheet the sheet whose columns are shown; blank: the one proposed
     * @param kind which units are listed; null: all
     * @param mapping true: its columns, though they are already understood
     */
    public ImportView view(UUID id, String sheet, Entry.@Nullable Status kind, int number, boolean mapping) {
        Import made = find(id);
        Round round = rounds.find(made.round());
        Form form = catalog.form(round.form(), round.formVersion());
        boolean asks = made.status() == Import.Status.MAPPING || mapping && made.status() == Import.Status.PREVIEW;
        Map<String, List<SheetRow>> top = asks ? staging.top(id, Headings.LOOKED_AT) : new LinkedHashMap<>();
        top.remove(RowReceiver.MARKS);
        Mapping shown = made.mapping();
        if (asks && shown != null && !sheet.isEmpty() && !sheet.equals(shown.sheet()) && top.containsKey(sheet)) {
            shown = new Headings(form, round.year(), steps.names(form, round, false))
                    .propose(Map.of(sheet, top.get(sheet)), null);
        }
        Map<Entry.Status, Integer> counts = staging.counts(id);
        List<Entry.Status> kinds = kind == null ? Arrays.asList(Entry.Status.values()) : List.of(kind);
        int total =
                kinds.stream().mapToInt(each -> counts.getOrDefault(each, 0)).sum();
        int page = Math.clamp(number, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        return new ImportView(
                made,
                round,
                form,
                shown,
                top,
                counts,
                kind,
                new Slice<>(staging.entries(id, kinds, (page - 1) * PAGE, PAGE), page, PAGE, total),
                made.status().working()
                        && made.changedAt().isBefore(clock.instant().minus(SILENT)),
                made.status() == Import.Status.PREVIEW && forOthers(id));
    }

    /**
     * Says how the table is to be read, remembers it for the sender, and compares.
     *
     * @throws Rejected when no column names the units (or lines), none holds figures, or two hold the same line
     */
    public Future<?> map(UUID id, Mapping mapping, Set<Integer> twice) {
        Import made = find(id);
        Round round = rounds.find(made.round());
        check(mapping, twice);
        if (!again(made)) {
            return same(made, mapping);
        }
        imports.map(id, mapping, null);
        imports.remember(made.sender(), round.form(), made.signature(), mapping, clock.instant());
        return runner.compare(id);
    }

    /**
     * Says which unit is meant where the table's own word names none, and compares again.
     *
     * @param said what the table says
     * @throws Rejected when the round asks no unit with that code or name
     */
    public Future<?> choose(UUID id, String said, String unit) {
        Import made = find(id);
        Mapping mapping = made.mapping();
        if (mapping == null || made.status() != Import.Status.PREVIEW) {
            throw new Conflict("import " + id + " is " + made.status());
        }
        List<Asked> found = steps.find(made, unit.strip());
        if (found.size() != 1) {
            throw Rejected.field(
                    "unit", found.isEmpty() ? "exchange.choose.unknown" : "exchange.choose.several", unit.strip());
        }
        Mapping chosen = mapping.choosing(Map.of(said, found.getFirst().code()));
        return map(id, chosen, Set.of());
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
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }
        throw new Conflict("import " + made.id() + " is " + now.status());
    }

    private static void check(Mapping mapping, Set<Integer> twice) {
        List<Rejected.Problem> problems = new ArrayList<>();
        boolean across = mapping.shape() == Mapping.Shape.UNITS_DOWN;
        if (mapping.key() < 0) {
            problems.add(
                    new Rejected.Problem("columns", across ? "exchange.map.noUnit" : "exchange.map.noLine", List.of()));
        }
        if (across && mapping.fields().isEmpty()) {
            problems.add(new Rejected.Problem("columns", "exchange.map.noFigures", List.of()));
        }
        if (!across && mapping.unit().isBlank()) {
            problems.add(new Rejected.Problem("unit", "exchange.map.whichUnit", List.of()));
        }
        if (mapping.first() <= mapping.header()) {
            problems.add(
                    new Rejected.Problem("first", "exchange.map.first", List.of(String.valueOf(mapping.header()))));
        }
        twice.forEach(column -> problems.add(
                new Rejected.Problem("c" + column, "exchange.map.twice", List.of(SheetRow.letters(column)))));
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
    }

    /**
     * Saves what the preview shows. The same again changes nothing.
     *
     * @param proof number and day of the signed paper, and why the units do not type themselves; asked for when it is for others
     * @throws Rejected when it is for others and says nothing
     */
    public Future<?> confirm(UUID id, String proof) {
        Import made = find(id);
        if (forOthers(id) && proof.strip().length() < 5) {
            throw Rejected.field("proof", "collection.problem.proof");
        }
        List<Import.Status> from =
                silent(made) ? List.of(Import.Status.PREVIEW, Import.Status.WRITING) : List.of(Import.Status.PREVIEW);
        move(made, from, Import.Status.WRITING);
        return runner.write(id, proof.strip());
    }

    /**
     * Takes a whole import back: what stood before stands again, save in cells that were changed since, which are named.
     *
     * @throws Rejected when the round is closed
     */
    public Future<?> undo(UUID id) {
        Import made = find(id);
        if (!rounds.find(made.round()).open()) {
            throw Rejected.because("collection.problem.closed");
        }
        move(made, List.of(Import.Status.DONE), Import.Status.UNDOING);
        return runner.undo(id);
    }

    /** True when figures of a unit that is not one's own would be saved; at most one is. */
    private boolean forOthers(UUID id) {
        return staging.toSave(id, -1, 2).values().stream()
                .anyMatch(each -> !access.allows(FORM_ENTER, Subject.of(each.unit())));
    }

    /** Takes the file and everything read from it away; nothing was saved. @throws Conflict when it was just saved */
    public void cancel(UUID id) {
        Import made = find(id);
        if (!imports.delete(made.id())) {
            throw new Conflict("import " + id);
        }
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
        if (!mayImport()) {
            throw new NotAllowed();
        }
        return access.me();
    }

    private Import find(UUID id) {
        Me me = sender();
        Import made = imports.find(id).orElseThrow(() -> new NotFound("import " + id));
        if (!made.account().equals(me.account())) {
            throw new NotFound("import " + id);
        }
        return made;
    }
}

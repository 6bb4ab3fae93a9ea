package vn.toam.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.toam.mapping.Fault;
import vn.toam.mapping.ImportTarget;
import vn.toam.mapping.Mapping;
import vn.toam.mapping.Proposal;
import vn.toam.sheet.RowReceiver;
import vn.toam.sheet.SheetRow;
import vn.toam.sheet.UnreadableTable;

/** The first steps of an import: recognise the table, hold it against what stands there. */
@Component
class ImportSteps {

    /** Rows looked at from the top of a sheet. */
    static final int LOOKED_AT = 60;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final ImportTargets targets;
    private final Clock clock;

    ImportSteps(ImportRepository imports, StagingRepository staging, ImportTargets targets, Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * Finds out how the table is to be read: it is ours, or the sender's headings are known, or it can only be proposed.
     *
     * @return true when nothing has to be asked
     */
    boolean recognise(Import made) throws UnreadableTable {
        ImportTarget target = targets.of(made);
        Map<String, List<SheetRow>> top = staging.top(made.id(), LOOKED_AT);
        if (top.keySet().stream().allMatch(RowReceiver.MARKS::equals)) {
            throw new UnreadableTable("blank");
        }
        Proposal proposal = target.propose(top);
        List<Fault> left = new ArrayList<>(find(made.id()).left());
        left.addAll(proposal.left());
        imports.read(made.id(), left);
        Mapping mapping = switch (proposal.trust()) {
            case OURS -> proposal.mapping();
            case KNOWN -> remembered(made, target, proposal);
            case ASK -> null;
        };
        boolean known = mapping != null && target.check(mapping).isEmpty();
        imports.map(made.id(), mapping != null ? mapping : proposal.mapping(), proposal.signature());
        move(made.id(), Import.Status.READING, known ? Import.Status.COMPARING : Import.Status.MAPPING);
        return known;
    }

    private @Nullable Mapping remembered(Import made, ImportTarget target, Proposal proposal) {
        return imports.remembered(made.sender(), memory(made, target), proposal.signature())
                .map(each -> each.placed(proposal.mapping()))
                .orElse(null);
    }

    /** What a remembered mapping belongs to. */
    static String memory(Import made, ImportTarget target) {
        return made.kind() + ":" + target.remembers();
    }

    /** Works out what the rows come to, and keeps that for the preview. */
    void compare(UUID id) {
        Import made = find(id);
        Mapping mapping = Objects.requireNonNull(made.mapping());
        StagedEntries entries = new StagedEntries(staging, id);
        entries.clear();
        targets.of(made)
                .compare(mapping, new StagedRows(staging, id, mapping, (done, of) -> progress(id, done, of)), entries);
        imports.compared(id, entries.left(), entries.sums());
        move(id, Import.Status.COMPARING, Import.Status.PREVIEW);
    }

    private void progress(UUID id, int done, int total) {
        if (!imports.progress(id, Import.Status.COMPARING, done, total, clock.instant())) {
            throw new ImportRunner.Cancelled();
        }
    }

    private void move(UUID id, Import.Status from, Import.Status to) {
        if (!imports.move(id, List.of(from), to, clock.instant())) {
            throw new ImportRunner.Cancelled();
        }
    }

    private Import find(UUID id) {
        return imports.find(id).orElseThrow(ImportRunner.Cancelled::new);
    }
}

package vn.toam.village;

import static vn.toam.village.VillagePermissions.VILLAGE_EDIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/** Villages of a commune from one table: looked at row by row, saved all or none, taken back as one. */
@Service
public class VillageImport {

    /**
     * A table with what was said to it.
     *
     * @param file its name; blank: pasted
     * @param kind of villages whose row names none; blank: such a row is wrong
     * @param from first day of the new ones; null: that of the commune
     * @param choices what a doubtful row is, by its place in the table: {@link #NEW}, {@link #SKIP} or the id of a village
     */
    public record Given(
            String file,
            List<VillageTable.Line> lines,
            String kind,
            @Nullable LocalDate from,
            Map<Integer, String> choices) {}

    static final String NEW = "NEW";
    static final String SKIP = "SKIP";

    private final VillageComparison comparison;
    private final VillageService service;
    private final VillageRules rules;
    private final VillageChangeRepository writing;
    private final UnitService units;
    private final Geographies geographies;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    VillageImport(
            VillageComparison comparison,
            VillageService service,
            VillageRules rules,
            VillageChangeRepository writing,
            UnitService units,
            Geographies geographies,
            @Lazy Access access,
            Audit audit,
            Clock clock) {
        this.comparison = comparison;
        this.service = service;
        this.rules = rules;
        this.writing = writing;
        this.units = units;
        this.geographies = geographies;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What saving would do, row by row; nothing is saved. */
    @Transactional(readOnly = true)
    public List<VillageImportRow> look(int unit, Given given) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        return comparison.compare(unit, given);
    }

    /**
     * Saves the whole table as one change.
     *
     * @return how many villages were entered or changed
     * @throws Rejected when a row is wrong, or doubtful and nobody said what it is: then nothing is saved
     */
    @Transactional
    public int save(int unit, Given given) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        LocalDate today = LocalDate.now(clock);
        LocalDate from =
                given.from() == null ? units.find(unit, today).validity().from() : given.from();
        rules.commune(unit, from);
        writing.lock(unit);
        List<VillageImportRow> rows = comparison.compare(unit, given);
        if (rows.isEmpty()) {
            throw Rejected.because("village.table.empty");
        }
        if (rows.stream().anyMatch(row -> !row.ready())) {
            throw Rejected.because("village.table.notReady");
        }
        List<VillageImportRow> made = of(rows, VillageImportRow.State.NEW);
        List<VillageImportRow> changed = of(rows, VillageImportRow.State.CHANGED);
        if (made.isEmpty() && changed.isEmpty()) {
            throw Rejected.because("village.table.same");
        }
        int province = geographies.province(unit);
        VillageChange change =
                service.change(province, unit, VillageChange.What.IMPORTED, new VillageChange.Basis(from, "", null));
        writing.addChange(change);
        add(province, unit, change, from, made);
        alter(province, change, today, changed);
        audit.record(
                "village.audit.IMPORTED",
                "unit",
                unit,
                Map.of("file", given.file(), "added", made.size(), "changed", changed.size()));
        return made.size() + changed.size();
    }

    private static List<VillageImportRow> of(List<VillageImportRow> rows, VillageImportRow.State state) {
        return rows.stream().filter(row -> row.state() == state).toList();
    }

    private void add(int province, int unit, VillageChange change, LocalDate from, List<VillageImportRow> made) {
        List<UUID> ids = writing.ids(made.size());
        int no = writing.nextNo(province, unit);
        List<VillageHeads.Of> villages = new ArrayList<>();
        List<VillageChangeRepository.Period> periods = new ArrayList<>();
        for (VillageImportRow row : made) {
            UUID id = ids.get(villages.size());
            periods.add(new VillageChangeRepository.Period(
                    id,
                    unit,
                    no + villages.size(),
                    row.kind(),
                    row.name(),
                    row.fullName().vi(),
                    row.areas()));
            villages.add(new VillageHeads.Of(id, row.heads()));
        }
        writing.addVillages(province, villages, false);
        writing.addPeriods(province, change.id(), from, periods);
    }

    private void alter(int province, VillageChange change, LocalDate today, List<VillageImportRow> changed) {
        Map<UUID, VillageHeads> before = new HashMap<>();
        List<VillageChangeRepository.Period> periods = new ArrayList<>();
        for (VillageImportRow row : changed) {
            Village village = Objects.requireNonNull(row.village());
            VillageHeads was = Objects.requireNonNull(row.before());
            if (!was.equals(row.heads())) {
                before.put(village.id(), was);
                writing.heads(province, village.id(), row.heads());
            }
            if (!village.areas().equals(row.areas())) {
                periods.add(new VillageChangeRepository.Period(
                        village.id(),
                        village.unit(),
                        village.no(),
                        village.kind(),
                        village.name(),
                        village.fullName().vi(),
                        row.areas()));
            }
        }
        List<UUID> ending =
                periods.stream().map(VillageChangeRepository.Period::village).toList();
        VillageService.endedOn(writing.end(province, change.id(), ending, today), ending.size());
        writing.addPeriods(province, change.id(), today, periods);
        writing.keepHeads(province, change.id(), before);
    }
}

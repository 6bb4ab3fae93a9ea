package vn.toam.village;

import static vn.toam.unit.UnitPermissions.UNIT_READ;
import static vn.toam.village.VillagePermissions.VILLAGE_EDIT;
import static vn.toam.village.VillagePermissions.VILLAGE_PERSONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/** Villages of a commune, as its officers enter and change them one by one. Names are everybody's to read, persons are not. */
@Service
public class VillageService {

    private static final int CHANGES = 50;

    private final VillageRepository repository;
    private final VillageChangeRepository writing;
    private final VillageRules rules;
    private final VillageKinds kinds;
    private final Villages villages;
    private final UnitService units;
    private final Geographies geographies;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    VillageService(
            VillageRepository repository,
            VillageChangeRepository writing,
            VillageRules rules,
            VillageKinds kinds,
            Villages villages,
            UnitService units,
            Geographies geographies,
            @Lazy Access access,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.writing = writing;
        this.rules = rules;
        this.kinds = kinds;
        this.villages = villages;
        this.units = units;
        this.geographies = geographies;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Every village that a commune has or had, as it is today or was when it left; in the order of their numbers. Who heads them is told to
     * those who may know.
     */
    @Transactional(readOnly = true)
    public List<VillageRow> list(int unit) {
        access.require(UNIT_READ);
        int province = geographies.province(unit);
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Village> last = repository.inUnits(province, List.of(unit)).stream()
                .collect(Collectors.toMap(
                        Village::id,
                        village -> village,
                        (one, later) -> later.validity().from().isAfter(today) ? one : later,
                        java.util.LinkedHashMap::new));
        Map<UUID, VillageHeads> heads = access.allows(VILLAGE_PERSONS, Subject.of(unit))
                ? repository.headsOf(province, last.keySet()).stream()
                        .collect(Collectors.toMap(VillageHeads.Of::village, VillageHeads.Of::heads))
                : Map.of();
        return last.values().stream()
                .map(village -> new VillageRow(
                        village,
                        heads.getOrDefault(village.id(), VillageHeads.NONE),
                        !village.validity().to().isAfter(today)))
                .toList();
    }

    /** A village as it is today. @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Village find(int province, UUID id) {
        access.require(UNIT_READ);
        return villages.find(province, id, LocalDate.now(clock));
    }

    /** Everything its page shows. @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public VillageView view(int province, UUID id) {
        Village village = find(province, id);
        List<Village> periods = repository.periods(province, List.of(id));
        List<VillageRepository.Link> links = repository.links(province, List.of(id));
        Map<UUID, Village> others = villages.named(
                province,
                links.stream()
                        .map(link -> link.from().equals(id) ? link.to() : link.from())
                        .toList(),
                LocalDate.now(clock));
        boolean persons = access.allows(VILLAGE_PERSONS, village);
        return new VillageView(
                village,
                periods,
                links.stream()
                        .filter(link -> link.to().equals(id))
                        .map(link -> new VillageSuccessor(known(others, link.from()), link.whole()))
                        .toList(),
                links.stream()
                        .filter(link -> link.from().equals(id))
                        .map(link -> new VillageSuccessor(known(others, link.to()), link.whole()))
                        .toList(),
                persons ? repository.heads(province, id).orElse(VillageHeads.NONE) : VillageHeads.NONE,
                persons,
                writing.changesOf(province, id),
                access.allows(VILLAGE_EDIT, village));
    }

    private static Village known(Map<UUID, Village> all, UUID id) {
        return Objects.requireNonNull(all.get(id));
    }

    /** What is kept of who heads it, for those who may change it. */
    @Transactional(readOnly = true)
    public VillageHeads heads(int province, UUID id) {
        editable(province, id);
        return repository.heads(province, id).orElseThrow(() -> new NotFound("village " + id));
    }

    /** The last changes in a commune, newest first. */
    @Transactional(readOnly = true)
    public List<VillageChange> changes(int unit) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        return writing.changes(geographies.province(unit), unit, CHANGES);
    }

    /**
     * Enters a village; it gets the next order number.
     *
     * @throws Rejected when the name is none, is taken or names another kind, or the commune did not exist on its first day
     */
    @Transactional
    public UUID add(int unit, VillageForm form) {
        access.require(VILLAGE_EDIT, Subject.of(unit));
        LocalDate from = form.from();
        if (from == null) {
            from = units.find(unit, LocalDate.now(clock)).validity().from();
        }
        Unit commune = rules.commune(unit, from);
        VillageRules.none(rules.heads(form.heads()));
        VillageName name = rules.name(form.kind(), form.name());
        writing.lock(unit);
        int province = commune.province();
        rules.free(province, unit, form.kind(), name, from, List.of());
        VillageChange change =
                change(province, unit, VillageChange.What.ADDED, form.basis().from(from));
        UUID id = writing.ids(1).getFirst();
        int no = writing.nextNo(province, unit);
        writing.addChange(change);
        writing.addVillages(province, List.of(new VillageHeads.Of(id, form.heads())), false);
        writing.addPeriods(province, change.id(), from, List.of(period(id, unit, no, form, name)));
        audit.record("village.audit.ADDED", "village", id, Map.of("name", name.written(), "unit", unit));
        return id;
    }

    /**
     * Changes what is kept of a village. Another name, kind or area from a day on begins a new period; without a day it is a correction of
     * what was written wrongly.
     *
     * @throws Conflict when somebody else saved in between
     */
    @Transactional
    public void change(int province, UUID id, VillageForm form) {
        Village village = editable(province, id);
        VillageRules.none(rules.heads(form.heads()));
        VillageName name = rules.name(form.kind(), form.name());
        writing.lock(village.unit());
        LocalDate from = form.from();
        rules.free(
                province,
                village.unit(),
                form.kind(),
                name,
                from == null ? village.validity().from() : from,
                List.of(id));
        if (writing.heads(province, id, form.heads()) == 0) {
            throw new Conflict("village " + id);
        }
        VillageChangeRepository.Period right = period(id, village.unit(), village.no(), form, name);
        boolean same = village.kind().equals(form.kind())
                && village.name().equals(name.written())
                && village.areas().equals(form.areas());
        if (!same && from == null) {
            writing.correct(province, id, village.validity().from(), right);
        }
        if (!same && from != null) {
            rules.commune(village.unit(), from);
            VillageChange change = change(province, village.unit(), VillageChange.What.RENAMED, form.basis());
            writing.addChange(change);
            endedOn(writing.end(province, change.id(), List.of(id), from), 1);
            writing.addPeriods(province, change.id(), from, List.of(right));
        }
        audit.record(
                same || from == null ? "village.audit.corrected" : "village.audit.RENAMED",
                "village",
                id,
                Map.of("from", village.fullName().vi(), "to", right.fullName()));
    }

    /** Ends a village by a decision; nothing follows it. {@code basis.on()} is the first day that it is no more. */
    @Transactional
    public void end(int province, UUID id, VillageChange.Basis basis) {
        Village village = editable(province, id);
        VillageRules.decided(basis);
        writing.lock(village.unit());
        VillageChange change = change(province, village.unit(), VillageChange.What.ENDED, basis);
        writing.addChange(change);
        endedOn(writing.end(province, change.id(), List.of(id), change.on()), 1);
        audit.record(
                "village.audit.ENDED",
                "village",
                id,
                Map.of("name", village.fullName().vi(), "on", change.on().toString()));
    }

    /** @throws Rejected when not every village could be ended on that day: one began later, or ended before */
    static void endedOn(int ended, int wanted) {
        if (ended != wanted) {
            throw Rejected.field("on", "village.problem.notOpen");
        }
    }

    VillageChange change(int province, int unit, VillageChange.What what, VillageChange.Basis basis) {
        return new VillageChange(
                province,
                writing.ids(1).getFirst(),
                unit,
                what,
                Objects.requireNonNull(basis.on()),
                basis.decision(),
                basis.decidedOn(),
                clock.instant(),
                access.me().name(),
                null);
    }

    private VillageChangeRepository.Period period(UUID id, int unit, int no, VillageForm form, VillageName name) {
        return new VillageChangeRepository.Period(
                id,
                unit,
                no,
                form.kind(),
                name.written(),
                kinds.fullName(form.kind(), name.written()).vi(),
                form.areas());
    }

    /** The village as it last was, which the account asking may change. */
    Village editable(int province, UUID id) {
        access.require(VILLAGE_EDIT);
        Village village = villages.find(province, id, LocalDate.MAX);
        access.require(VILLAGE_EDIT, village);
        return village;
    }
}

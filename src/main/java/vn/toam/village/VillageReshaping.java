package vn.toam.village;

import static vn.toam.village.VillagePermissions.VILLAGE_EDIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.geography.Unit;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Subject;

/** Villages that merge, split or pass to another commune by a decision, and the taking back of any change. */
@Service
public class VillageReshaping {

    /** A village that a split or a merger makes. */
    public record Made(String kind, String name) {}

    private final VillageService service;
    private final Villages villages;
    private final VillageChangeRepository writing;
    private final VillageRules rules;
    private final VillageKinds kinds;
    private final ObjectProvider<VillageUse> uses;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    VillageReshaping(
            VillageService service,
            Villages villages,
            VillageChangeRepository writing,
            VillageRules rules,
            VillageKinds kinds,
            ObjectProvider<VillageUse> uses,
            @Lazy Access access,
            Audit audit,
            Clock clock) {
        this.service = service;
        this.villages = villages;
        this.writing = writing;
        this.rules = rules;
        this.kinds = kinds;
        this.uses = uses;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Merges villages of one commune.
     *
     * @param into the one of them that goes on with what the others bring; null: a new one begins
     * @param made what it is called from then on
     * @return the village that goes on or begins
     * @throws Rejected when fewer than two are named, they lie in different communes or did not all exist on the day
     */
    @Transactional
    public UUID merge(int province, List<UUID> ids, @Nullable UUID into, Made made, VillageChange.Basis basis) {
        access.require(VILLAGE_EDIT);
        VillageRules.decided(basis);
        if (ids.size() < 2 || !VillageRules.distinct(ids) || into != null && !ids.contains(into)) {
            throw Rejected.field("of", "village.problem.merge.two");
        }
        List<Village> all =
                ids.stream().map(id -> service.editable(province, id)).toList();
        int unit = all.getFirst().unit();
        if (all.stream().anyMatch(village -> village.unit() != unit)) {
            throw Rejected.field("of", "village.problem.merge.one");
        }
        VillageChange change = begin(province, unit, VillageChange.What.MERGED, basis);
        VillageName name = rules.name(made.kind(), made.name());
        rules.free(province, unit, made.kind(), name, change.on(), ids);
        List<UUID> ending = ids.stream().filter(id -> !id.equals(into)).toList();
        VillageService.endedOn(writing.end(province, change.id(), ending, change.on()), ending.size());
        Set<Area> areas = all.stream()
                .filter(village -> into == null || village.id().equals(into))
                .flatMap(village -> village.areas().stream())
                .collect(java.util.stream.Collectors.toSet());
        UUID result = into == null
                ? add(change, unit, made.kind(), name, areas)
                : goOn(
                        change,
                        all.stream()
                                .filter(v -> v.id().equals(into))
                                .findFirst()
                                .orElseThrow(),
                        made.kind(),
                        name);
        writing.link(province, change.id(), ending, result, true);
        told(change, result, all.stream().map(v -> v.fullName().vi()).toList(), List.of(full(made.kind(), name)));
        return result;
    }

    /** The village that goes on: with another name in a new period, else as it is. */
    private UUID goOn(VillageChange change, Village into, String kind, VillageName name) {
        if (!into.validity().on(change.on())) {
            VillageService.endedOn(0, 1);
        }
        if (!into.kind().equals(kind) || !into.name().equals(name.written())) {
            VillageService.endedOn(writing.end(change.province(), change.id(), List.of(into.id()), change.on()), 1);
            writing.addPeriods(
                    change.province(),
                    change.id(),
                    change.on(),
                    List.of(period(into.id(), into.unit(), into.no(), kind, name, into.areas())));
        }
        return into.id();
    }

    /**
     * Splits a village.
     *
     * @param goesOn true: it stays, smaller; false: it ends
     * @param made the villages that begin: at least one beside it, or two in its place
     * @return ids of those that begin
     */
    @Transactional
    public List<UUID> split(int province, UUID id, boolean goesOn, List<Made> made, VillageChange.Basis basis) {
        Village old = service.editable(province, id);
        VillageRules.decided(basis);
        if (made.size() < (goesOn ? 1 : 2)) {
            throw Rejected.field("name", goesOn ? "village.problem.split.one" : "village.problem.split.two");
        }
        VillageChange change = begin(province, old.unit(), VillageChange.What.SPLIT, basis);
        if (!old.validity().on(change.on())
                || !change.on().isAfter(old.validity().from())) {
            VillageService.endedOn(0, 1);
        }
        if (!goesOn) {
            VillageService.endedOn(writing.end(province, change.id(), List.of(id), change.on()), 1);
        }
        List<UUID> results = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Made part : made) {
            VillageName name = rules.name(part.kind(), part.name());
            rules.free(province, old.unit(), part.kind(), name, change.on(), goesOn ? List.of() : List.of(id));
            UUID result = add(change, old.unit(), part.kind(), name, old.areas());
            writing.link(province, change.id(), List.of(id), result, false);
            results.add(result);
            names.add(full(part.kind(), name));
        }
        told(change, id, List.of(old.fullName().vi()), names);
        return results;
    }

    /** A village passes to another commune of its province by a decision of its own; asks for the right to change both. */
    @Transactional
    public void pass(int province, UUID id, int to, VillageChange.Basis basis) {
        Village village = service.editable(province, id);
        VillageRules.decided(basis);
        access.require(VILLAGE_EDIT, Subject.of(to));
        LocalDate on = Objects.requireNonNull(basis.on());
        Unit heir = rules.commune(to, on);
        if (heir.province() != province || to == village.unit()) {
            throw Rejected.field("to", "village.problem.pass");
        }
        VillageChange change = begin(province, village.unit(), VillageChange.What.PASSED, basis);
        writing.lock(to);
        VillageName name = VillageName.of(village.name());
        rules.free(province, to, village.kind(), name, on, List.of(id));
        VillageService.endedOn(writing.end(province, change.id(), List.of(id), on), 1);
        int no = writing.nextNo(province, to);
        writing.addPeriods(
                province, change.id(), on, List.of(period(id, to, no, village.kind(), name, village.areas())));
        told(
                change,
                id,
                List.of(village.fullName().vi()),
                List.of(heir.fullName().vi()));
    }

    /**
     * Takes a change back: everything is as it was before, save that its order numbers are not given again.
     *
     * @throws Rejected when it was taken back before, something later rests on it, or a village that it made is named elsewhere
     */
    @Transactional
    public VillageChange undo(int province, UUID id) {
        access.require(VILLAGE_EDIT);
        VillageChange change = writing.change(province, id).orElseThrow(() -> new NotFound("change " + id));
        Integer unit = change.unit();
        if (unit == null) {
            throw Rejected.because("village.problem.undo.reorganised");
        }
        access.require(VILLAGE_EDIT, Subject.of(unit));
        writing.lock(unit);
        if (change.undoneAt() != null || writing.followed(province, id)) {
            throw Rejected.because("village.problem.undo.later");
        }
        List<UUID> made = writing.madeBy(province, id);
        if (uses.stream().anyMatch(use -> use.uses(province, made))) {
            throw Rejected.because("village.problem.undo.used");
        }
        writing.keptHeads(province, id).forEach((village, heads) -> {
            if (writing.heads(province, village, heads.at(heads.version() + 1)) == 0) {
                throw Rejected.because("village.problem.undo.later");
            }
        });
        writing.undo(province, id, clock.instant());
        audit.record(
                "village.audit.undone",
                "village",
                made.isEmpty() ? id : made.getFirst(),
                Map.of("what", change.what().name(), "change", id.toString()));
        return change;
    }

    private VillageChange begin(int province, int unit, VillageChange.What what, VillageChange.Basis basis) {
        rules.commune(unit, Objects.requireNonNull(basis.on()));
        writing.lock(unit);
        VillageChange change = service.change(province, unit, what, basis);
        writing.addChange(change);
        return change;
    }

    private UUID add(VillageChange change, int unit, String kind, VillageName name, Collection<Area> areas) {
        UUID id = writing.ids(1).getFirst();
        int no = writing.nextNo(change.province(), unit);
        writing.addVillages(change.province(), List.of(new VillageHeads.Of(id, VillageHeads.NONE)), false);
        writing.addPeriods(
                change.province(), change.id(), change.on(), List.of(period(id, unit, no, kind, name, areas)));
        return id;
    }

    private VillageChangeRepository.Period period(
            UUID id, int unit, int no, String kind, VillageName name, Collection<Area> areas) {
        return new VillageChangeRepository.Period(id, unit, no, kind, name.written(), full(kind, name), areas);
    }

    private String full(String kind, VillageName name) {
        return kinds.fullName(kind, name.written()).vi();
    }

    private void told(VillageChange change, UUID village, List<String> from, List<String> to) {
        audit.record(
                "village.audit." + change.what(),
                "village",
                village,
                Map.of(
                        "from", String.join(", ", from),
                        "to", String.join(", ", to),
                        "on", change.on().toString(),
                        "decision", change.decision()));
    }
}

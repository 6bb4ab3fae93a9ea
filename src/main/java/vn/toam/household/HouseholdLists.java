package vn.toam.household;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.household.HouseholdDesk.Told;
import vn.toam.household.HouseholdEvent.Basis;
import vn.toam.household.HouseholdEvent.What;
import vn.toam.household.HouseholdRepository.Wanted;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.Rejected.Problem;
import vn.toam.village.Village;

/** Brings lists that communes already keep into the book, many households at once, and takes back what nobody touched since. */
@Service
public class HouseholdLists {

    /**
     * A household as a list has it.
     *
     * @param no its number there; it keeps it where that was never given; null: it gets the next one
     * @param household which of the book it is; null: it is new
     * @param version of that household, as it was compared
     * @param since first day there; of a new one
     */
    public record Listed(
            UUID village,
            @Nullable Integer no,
            @Nullable UUID household,
            int version,
            HouseholdFacts facts,
            LocalDate since) {}

    /** A new household with its number, before it is written. */
    record Numbered(int row, UUID id, UUID village, int no, HouseholdFacts facts, LocalDate since) {}

    private final HouseholdDesk desk;
    private final HouseholdRepository repository;
    private final HouseholdChangeRepository writing;
    private final ListRepository lists;
    private final HouseholdYears years;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    HouseholdLists(
            HouseholdDesk desk,
            HouseholdRepository repository,
            HouseholdChangeRepository writing,
            ListRepository lists,
            HouseholdYears years,
            Access access,
            Audit audit,
            Clock clock) {
        this.desk = desk;
        this.repository = repository;
        this.writing = writing;
        this.lists = lists;
        this.years = years;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Villages of today whose book the asker keeps. */
    @Transactional(readOnly = true)
    public List<Village> villages(int unit) {
        LocalDate today = desk.today();
        return desk.origins(HOUSEHOLD_KEEP, unit, today).values().stream()
                .filter(village -> village.validity().on(today))
                .distinct()
                .toList();
    }

    /** Households that are open today in the villages whose book the asker keeps, by village of today. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Household>> open(int unit) {
        Map<UUID, Village> origins = desk.origins(HOUSEHOLD_KEEP, unit, desk.today());
        Map<UUID, List<Household>> open = new LinkedHashMap<>();
        repository
                .all(new Wanted(desk.province(unit), origins.keySet(), desk.today()))
                .forEach(household -> open.computeIfAbsent(
                                Objects.requireNonNull(origins.get(household.village()))
                                        .id(),
                                village -> new ArrayList<>())
                        .add(household));
        return open;
    }

    /** What cannot be of a household. */
    public List<Problem> problems(HouseholdFacts facts, LocalDate since) {
        access.require(HOUSEHOLD_KEEP);
        try {
            HouseholdRules.on(new Basis(since, "-"), HouseholdService.EARLIEST, desk.today());
            HouseholdRules.facts(facts, since);
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems();
        }
    }

    /**
     * Writes households of a list; one transaction.
     *
     * @param batch what they are taken back by
     * @param listed by row
     * @return rows that were left: somebody changed their household since
     */
    @Transactional
    public Set<Integer> save(int unit, UUID batch, String reason, Map<Integer, Listed> listed) {
        Map<UUID, Village> own = desk.origins(HOUSEHOLD_KEEP, unit, desk.today());
        int province = desk.province(unit);
        Map<Integer, Listed> fresh = new LinkedHashMap<>(listed);
        fresh.values().removeIf(each -> each.household() != null);
        if (fresh.values().stream().anyMatch(each -> !own.containsKey(each.village()))) {
            throw new NotFound("village");
        }
        lists.add(province, batch, numbered(province, fresh), access.me(), clock.instant(), reason);
        Set<Integer> left = new HashSet<>();
        listed.forEach((row, each) -> {
            UUID id = each.household();
            if (id != null && !change(unit, id, each.version(), each.facts(), reason)) {
                left.add(row);
            }
        });
        years.expect(unit);
        audit.record("household.audit.imported", "unit", unit, Map.of("n", listed.size() - left.size()));
        return left;
    }

    /** Numbers of the list where they were never given, in a village that nobody else numbers meanwhile. */
    private List<Numbered> numbered(int province, Map<Integer, Listed> fresh) {
        Set<UUID> villages = new HashSet<>();
        fresh.values().forEach(each -> villages.add(each.village()));
        Map<UUID, Integer> last = lists.lock(province, villages);
        Map<UUID, Set<Integer>> taken = lists.taken(province, villages);
        Map<UUID, Integer> highest = new LinkedHashMap<>(last);
        List<UUID> ids = lists.ids(fresh.size());
        Map<Integer, Integer> kept = new LinkedHashMap<>();
        fresh.forEach((row, each) -> {
            Integer no = each.no();
            if (no != null
                    && no <= Bits.MOST
                    && taken.computeIfAbsent(each.village(), v -> new HashSet<>())
                            .add(no)) {
                kept.put(row, no);
                highest.merge(each.village(), no, Math::max);
            }
        });
        List<Numbered> numbered = new ArrayList<>();
        fresh.forEach((row, each) -> {
            Integer no = kept.get(row);
            int given = no == null ? Objects.requireNonNull(highest.merge(each.village(), 1, Integer::sum)) : no;
            numbered.add(
                    new Numbered(row, ids.get(numbered.size()), each.village(), given, each.facts(), each.since()));
        });
        lists.number(province, highest);
        return numbered;
    }

    /** @return false when it was changed since, closed or is another's */
    private boolean change(int unit, UUID id, int version, HouseholdFacts facts, String reason) {
        Household household;
        try {
            household = desk.held(unit, List.of(id)).getFirst();
        } catch (NotFound gone) {
            return false;
        }
        if (!household.open() || household.version() != version) {
            return false;
        }
        boolean listed = !desk.members(household).isEmpty();
        boolean counted = !facts.counts().equals(household.facts().counts());
        HouseholdFacts typed = counted ? facts.counted(facts.counts()) : facts;
        HouseholdFacts now = listed ? facts.ofMembers(household.facts()) : typed;
        if (!now.equals(household.facts())) {
            writing.change(household.province(), id, now);
            desk.note(
                    household,
                    What.CORRECT,
                    new Basis(desk.today(), reason),
                    Told.NOTHING.before(household.facts().before(now)));
        }
        return true;
    }

    /**
     * Takes a batch back: households that it opened are gone with their numbers, others are as they were.
     *
     * @param changed by row, as they were before, with the version that the batch saved
     * @return rows that stay: somebody wrote something of their household since
     */
    @Transactional
    public Set<Integer> undo(int unit, UUID batch, Set<Integer> made, Map<Integer, Listed> changed, String reason) {
        Map<UUID, Village> own = desk.origins(HOUSEHOLD_KEEP, unit, desk.today());
        int province = desk.province(unit);
        Map<UUID, Integer> gone = lists.untouched(province, own.keySet(), batch);
        gone.values().retainAll(made);
        lists.remove(province, gone.keySet());
        Set<Integer> left = new HashSet<>(made);
        left.removeAll(new HashSet<>(gone.values()));
        changed.forEach((row, each) -> {
            UUID id = Objects.requireNonNull(each.household());
            if (!change(unit, id, each.version(), each.facts(), reason)) {
                left.add(row);
            }
        });
        audit.record(
                "household.audit.takenBack", "unit", unit, Map.of("n", made.size() + changed.size() - left.size()));
        return left;
    }
}

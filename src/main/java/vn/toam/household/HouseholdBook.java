package vn.toam.household;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_FIGURES;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.household.HouseholdRepository.Wanted;
import vn.toam.shared.Access;
import vn.toam.shared.Cursor;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.NotFound;
import vn.toam.shared.SearchWords;
import vn.toam.shared.Subject;
import vn.toam.unit.Geographies;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/** Reads the book of a commune: its households by village, one of them with its history, and how many there are on a day. */
@Service
@Transactional(readOnly = true)
public class HouseholdBook {

    static final int PAGE = 100;

    /** How many households a village has on a day. */
    public record InVillage(Village village, int households) {}

    /**
     * Everything the page of a household shows.
     *
     * @param village where it is today, or was last
     * @param history its events and those of households merged into it, oldest first
     * @param mergedInto the household it was merged into; null: none
     */
    public record View(
            Household household,
            Village village,
            List<Member> members,
            List<Flag.Span> flags,
            List<HouseholdEvent> history,
            @Nullable UUID mergedInto,
            boolean mayKeep) {}

    private final HouseholdRepository repository;
    private final FlowRepository flows;
    private final Villages villages;
    private final Geographies geographies;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    HouseholdBook(
            HouseholdRepository repository,
            FlowRepository flows,
            Villages villages,
            Geographies geographies,
            Access access,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.flows = flows;
        this.villages = villages;
        this.geographies = geographies;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many households each village of a commune has on a day, in the order of their numbers; ended villages while they have some. */
    public List<InVillage> villages(int unit, LocalDate day) {
        access.require(HOUSEHOLD_FIGURES, Subject.of(unit));
        Map<UUID, Village> origins = villages.origins(unit, day);
        Map<UUID, Integer> counted = repository.count(new Wanted(geographies.province(unit), origins.keySet(), day));
        Map<UUID, InVillage> found = new LinkedHashMap<>();
        villages.of(unit, day).forEach(village -> found.put(village.id(), new InVillage(village, 0)));
        origins.forEach((origin, village) -> {
            int here = counted.getOrDefault(origin, 0);
            if (here > 0 || found.containsKey(village.id())) {
                found.merge(
                        village.id(),
                        new InVillage(village, here),
                        (one, more) -> new InVillage(village, one.households() + more.households()));
            }
        });
        return found.values().stream()
                .sorted(Comparator.comparingInt(each -> each.village().no()))
                .toList();
    }

    /** How many households a commune has on a day. */
    public int count(int unit, LocalDate day) {
        return villages(unit, day).stream().mapToInt(InVillage::households).sum();
    }

    /**
     * What came and went from the first to the last day of a period, with what was there before and is there after.
     *
     * @param village null: the whole commune
     */
    public Flows flows(int unit, @Nullable UUID village, LocalDate first, LocalDate last) {
        access.require(HOUSEHOLD_FIGURES, Subject.of(unit));
        int province = geographies.province(unit);
        Set<UUID> origins = origins(unit, village, last);
        int opening = sum(new Wanted(province, origins, first.minusDays(1)));
        int closing = sum(new Wanted(province, origins, last));
        return new Flows(
                opening,
                flows.came(province, origins, first, last),
                flows.went(province, origins, first, last),
                closing);
    }

    private int sum(Wanted wanted) {
        return repository.count(wanted).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * Households that are open in a commune today, or in one of its villages; in the order of their numbers.
     *
     * @param village null: all
     * @param q words of the name of the head; marks do not matter
     */
    public KeysetSlice<Household> list(int unit, @Nullable UUID village, String q, @Nullable Cursor at) {
        access.require(HOUSEHOLD_READ, Subject.of(unit));
        LocalDate today = LocalDate.now(clock);
        Wanted wanted = new Wanted(geographies.province(unit), origins(unit, village, today), today);
        SearchWords words = SearchWords.of(q);
        int total = words.isEmpty() ? sum(wanted) : repository.named(wanted, words);
        return repository.page(wanted, words, total, PAGE, at);
    }

    /** Villages of origin whose households belong to a village of the commune, or to all of it. */
    private Set<UUID> origins(int unit, @Nullable UUID village, LocalDate day) {
        return villages.origins(unit, day).entrySet().stream()
                .filter(each -> village == null || each.getValue().id().equals(village))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** One household with its history; that it was looked at is written down. @throws NotFound when the commune has none such */
    @Transactional
    public View view(int unit, UUID id) {
        access.require(HOUSEHOLD_READ, Subject.of(unit));
        int province = geographies.province(unit);
        Map<UUID, Village> origins = villages.origins(unit, LocalDate.now(clock));
        Household household = repository
                .find(province, id)
                .filter(each -> origins.containsKey(each.village()))
                .orElseThrow(() -> new NotFound("household " + id));
        List<UUID> all = new ArrayList<>(repository.mergedFrom(province, id));
        all.add(id);
        audit.record("household.audit.read", "household", id, Map.of("no", household.no()));
        return new View(
                household,
                java.util.Objects.requireNonNull(origins.get(household.village())),
                repository.members(province, List.of(id)),
                repository.flags(province, List.of(id)),
                repository.events(province, all),
                repository.mergedInto(province, id).orElse(null),
                access.allows(HOUSEHOLD_KEEP, Subject.of(unit)));
    }
}

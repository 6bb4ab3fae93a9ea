package vn.toam.household;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_FIGURES;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.household.HouseholdRepository.Wanted;
import vn.toam.shared.Cursor;
import vn.toam.shared.KeysetSlice;
import vn.toam.shared.NotFound;
import vn.toam.unit.Geographies;
import vn.toam.village.Village;

/** Reads the book of a commune: its households by village, one of them with its history, and how many there are on a day. */
@Service
@Transactional(readOnly = true)
public class HouseholdBook {

    static final int PAGE = 100;

    /** How many years back the page of a household tells what it was reached by. */
    private static final int YEARS = 4;

    /** How many households a village has on a day. */
    public record InVillage(Village village, int households) {}

    /**
     * Everything the page of a household shows.
     *
     * @param village where it is today, or was last
     * @param history its events and those of households merged into it, oldest first
     * @param mergedInto the household it was merged into; null: none
     * @param reached by what services, in the last years
     */
    public record View(
            Household household,
            Village village,
            List<Member> members,
            List<Flag.Span> flags,
            List<HouseholdEvent> history,
            @Nullable UUID mergedInto,
            List<MarkService.Reached> reached,
            boolean mayKeep) {

        /** Members on a day, the head first. */
        public List<Member> members(LocalDate day) {
            return members.stream().filter(member -> member.on(day)).toList();
        }
    }

    /**
     * Which households of a commune somebody asks for.
     *
     * @param village null: of all villages
     * @param q words of the name of the head; marks do not matter
     * @param flag one that holds today; null: whatever
     * @param registration null: whatever
     * @param away true: those away alone
     */
    public record Asked(
            @Nullable UUID village,
            String q,
            @Nullable Flag flag,
            HouseholdFacts.@Nullable Registration registration,
            boolean away) {

        public Asked {
            q = q.strip();
        }

        /** True when it leaves some out, apart from other villages. */
        public boolean narrowed() {
            return !q.isEmpty() || flag != null || registration != null || away;
        }
    }

    private final HouseholdRepository repository;
    private final FlowRepository flows;
    private final MarkRepository marks;
    private final HouseholdDesk desk;
    private final Geographies geographies;
    private final Audit audit;
    private final Clock clock;

    HouseholdBook(
            HouseholdRepository repository,
            FlowRepository flows,
            MarkRepository marks,
            HouseholdDesk desk,
            Geographies geographies,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.flows = flows;
        this.marks = marks;
        this.desk = desk;
        this.geographies = geographies;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many households each village of a commune has on a day, in the order of their numbers; ended villages while they have some. */
    public List<InVillage> villages(int unit, LocalDate day) {
        Map<UUID, Village> origins = desk.origins(HOUSEHOLD_FIGURES, unit, day);
        Map<UUID, Integer> counted = repository.count(new Wanted(geographies.province(unit), origins.keySet(), day));
        Map<UUID, InVillage> found = new LinkedHashMap<>();
        origins.values().stream()
                .filter(village -> village.validity().on(day))
                .forEach(village -> found.put(village.id(), new InVillage(village, 0)));
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
        Set<UUID> origins = origins(desk.origins(HOUSEHOLD_FIGURES, unit, last), village);
        int province = geographies.province(unit);
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
     * Households that are open in a commune today, or in one of its villages; in the order of their numbers. That their names were read is
     * written down, not which were asked for.
     */
    @Transactional
    public KeysetSlice<Household> list(int unit, Asked asked, @Nullable Cursor at) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Village> own = desk.origins(HOUSEHOLD_READ, unit, today);
        Set<UUID> origins = origins(own, asked.village());
        Wanted wanted = new Wanted(geographies.province(unit), origins, today);
        int total = asked.narrowed() ? repository.count(wanted, asked) : sum(wanted);
        KeysetSlice<Household> page = repository.page(wanted, asked, total, PAGE, at);
        audit.record(
                "household.audit.listed", "unit", unit, Map.of("n", page.items().size()));
        return page;
    }

    /** Villages of a day whose households belong to a commune, by village of origin, as far as the asker reads them. */
    public Map<UUID, Village> places(int unit, LocalDate day) {
        return desk.origins(HOUSEHOLD_READ, unit, day);
    }

    /** Flags that hold today of these households. */
    public Map<UUID, List<Flag>> flags(int unit, List<Household> of) {
        desk.origins(HOUSEHOLD_READ, unit, LocalDate.now(clock));
        LocalDate today = LocalDate.now(clock);
        return repository
                .flags(
                        geographies.province(unit),
                        of.stream().map(Household::id).toList())
                .stream()
                .filter(span -> span.on(today))
                .collect(Collectors.groupingBy(
                        Flag.Span::household, Collectors.mapping(Flag.Span::flag, Collectors.toList())));
    }

    /** Villages of origin whose households belong to a village of the commune, or to all of it. */
    private static Set<UUID> origins(Map<UUID, Village> own, @Nullable UUID village) {
        return own.entrySet().stream()
                .filter(each -> village == null || each.getValue().id().equals(village))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** One household with its history; that it was looked at is written down. @throws NotFound when the commune has none such */
    @Transactional
    public View view(int unit, UUID id) {
        Map<UUID, Village> origins = desk.origins(HOUSEHOLD_READ, unit, LocalDate.now(clock));
        int province = geographies.province(unit);
        int year = LocalDate.now(clock).getYear();
        Household household = repository
                .find(province, id)
                .filter(each -> origins.containsKey(each.village()))
                .orElseThrow(() -> new NotFound("household " + id));
        List<UUID> all = new ArrayList<>(repository.mergedFrom(province, id));
        all.add(id);
        audit.record("household.audit.read", "household", id, Map.of("no", household.no()));
        Village village = Objects.requireNonNull(origins.get(household.village()));
        return new View(
                household,
                village,
                repository.members(province, List.of(id)),
                repository.flags(province, List.of(id)),
                repository.events(province, all),
                repository.mergedInto(province, id).orElse(null),
                marks.of(province, id, year - YEARS, year),
                desk.keeps(unit, village.id()));
    }
}

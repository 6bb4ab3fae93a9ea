package vn.toam.household;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_FIGURES;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_KEEP;
import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.household.HouseholdRepository.Wanted;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.village.Village;
import vn.toam.village.Villages;

/**
 * Ticks which households a service reached. A household counts once for a service, a year and a depth or deeper, however often it was
 * reached, as long as it is open.
 */
@Service
public class MarkService {

    private final HouseholdDesk desk;
    private final HouseholdRepository households;
    private final MarkRepository marks;
    private final Villages villages;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    MarkService(
            HouseholdDesk desk,
            HouseholdRepository households,
            MarkRepository marks,
            Villages villages,
            Access access,
            Audit audit,
            Clock clock) {
        this.desk = desk;
        this.households = households;
        this.marks = marks;
        this.villages = villages;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Ticks households of a village by their numbers.
     *
     * @param village where the numbers were given
     * @throws vn.toam.shared.Rejected see {@link Mark.Ticks#problems}; nothing is kept then
     */
    @Transactional
    public UUID tick(int unit, UUID village, Mark.Ticks ticks) {
        Map<UUID, Village> own = desk.origins(HOUSEHOLD_KEEP, unit, desk.today());
        int province = desk.province(unit);
        if (!own.containsKey(village) || !villages.origins(unit, ticks.on()).containsKey(village)) {
            throw new NotFound("village " + village);
        }
        marks.lock(province, village);
        Bits open = Bits.of(households.numbers(new Wanted(province, Set.of(village), ticks.on())));
        Mark.Occasion occasion = ticks.occasion();
        int before = occasion == null ? 0 : marks.reachedAt(province, occasion.id());
        HouseholdRules.none(ticks.problems(open, before, desk.today()));
        Mark mark = new Mark(
                province,
                marks.id(),
                village,
                ticks.on().getYear(),
                ticks.service(),
                ticks.depth(),
                ticks.on(),
                occasion == null ? null : occasion.id(),
                ticks.mode(),
                ticks.reached(open),
                access.me().name(),
                null);
        marks.add(mark, access.me(), clock.instant());
        told("household.audit.ticked", mark);
        return mark.id();
    }

    /** Takes a mark back; that it stood there stays written. */
    @Transactional
    public void withdraw(int unit, UUID id) {
        Map<UUID, Village> own = desk.origins(HOUSEHOLD_KEEP, unit, desk.today());
        int province = desk.province(unit);
        Mark mark = marks.find(province, id)
                .filter(each -> own.containsKey(each.village()))
                .filter(each -> each.withdrawnAt() == null)
                .orElseThrow(() -> new NotFound("mark " + id));
        marks.withdraw(province, id, clock.instant());
        told("household.audit.unticked", mark);
    }

    private void told(String action, Mark mark) {
        audit.record(
                action,
                "mark",
                mark.id(),
                Map.of(
                        "service", mark.service().name(),
                        "depth", mark.depth().name(),
                        "on", mark.on().toString(),
                        "n", mark.reached().count()));
    }

    /**
     * How many of the households that are open on a day were reached in its year, by village of that day; villages without any are left out.
     *
     * @param depth at least
     */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> reached(int unit, Mark.Service service, Mark.Depth depth, LocalDate day) {
        Map<UUID, Village> origins = desk.origins(HOUSEHOLD_FIGURES, unit, day);
        int province = desk.province(unit);
        Map<UUID, Bits> ticked = marks.reached(province, origins.keySet(), day, service, depth);
        Map<UUID, Bits> open = marks.open(new Wanted(province, ticked.keySet(), day));
        Map<UUID, Integer> found = new HashMap<>();
        ticked.forEach((origin, bits) -> {
            Bits here = open.get(origin);
            Village village = origins.get(origin);
            if (here != null && village != null) {
                found.merge(village.id(), bits.and(here).count(), Integer::sum);
            }
        });
        return found;
    }

    /** The same for the whole commune. */
    @Transactional(readOnly = true)
    public int reachedInAll(int unit, Mark.Service service, Mark.Depth depth, LocalDate day) {
        return reached(unit, service, depth, day).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** What was ticked in a village in a year, newest first, with what was taken back. */
    @Transactional(readOnly = true)
    public List<Mark> list(int unit, UUID village, int year) {
        if (!desk.origins(HOUSEHOLD_KEEP, unit, desk.today()).containsKey(village)) {
            throw new NotFound("village " + village);
        }
        return marks.list(desk.province(unit), village, year);
    }

    /**
     * A village as it is ticked: its open households on a day with how far the service reached each in its year.
     *
     * @param marks what was ticked there in the year, newest first
     */
    public record Grid(Village village, List<Row> rows, List<Mark> marks) {}

    /** @param reached how far at most; null: not at all */
    public record Row(Household household, Mark.@Nullable Depth reached) {}

    /** A village to be ticked or printed, up to that day; that its names were read is written down. */
    @Transactional
    public Grid grid(int unit, UUID village, Mark.Service service, LocalDate day) {
        Map<UUID, Village> own = desk.origins(HOUSEHOLD_READ, unit, day);
        int province = desk.province(unit);
        Set<UUID> origins = HouseholdDesk.of(own, village);
        Map<Mark.Depth, Map<UUID, Bits>> ticked = new EnumMap<>(Mark.Depth.class);
        for (Mark.Depth depth : Mark.Depth.values()) {
            ticked.put(depth, marks.reached(province, origins, day, service, depth));
        }
        List<Row> rows = households.all(new Wanted(province, origins, day)).stream()
                .map(household -> new Row(household, deepest(ticked, household)))
                .toList();
        List<Mark> all = origins.stream()
                .flatMap(origin -> marks.list(province, origin, day.getYear()).stream())
                .filter(mark -> mark.service() == service)
                .sorted(Comparator.comparing(Mark::id).reversed())
                .toList();
        audit.record("household.audit.listed", "village", village, Map.of("n", rows.size()));
        return new Grid(Objects.requireNonNull(own.get(origins.iterator().next())), rows, all);
    }

    private static Mark.@Nullable Depth deepest(Map<Mark.Depth, Map<UUID, Bits>> ticked, Household household) {
        Mark.Depth deepest = null;
        for (Map.Entry<Mark.Depth, Map<UUID, Bits>> depth : ticked.entrySet()) {
            Bits bits = depth.getValue().get(household.village());
            deepest = bits != null && bits.has(household.no()) ? depth.getKey() : deepest;
        }
        return deepest;
    }

    /**
     * Ticks households of a village as it is today, wherever their numbers were given; all or nothing.
     *
     * @param numbers by village of origin
     * @param ticks for each of them, with no numbers of its own
     */
    @Transactional
    public void tick(int unit, UUID village, Map<UUID, Bits> numbers, Mark.Ticks ticks) {
        Map<UUID, Village> own = desk.origins(HOUSEHOLD_KEEP, unit, desk.today());
        Set<UUID> origins = HouseholdDesk.of(own, village);
        if (!origins.containsAll(numbers.keySet())) {
            throw new NotFound("village " + village);
        }
        Map<UUID, Bits> open = marks.open(new Wanted(desk.province(unit), origins, ticks.on()));
        int all = 0;
        for (UUID origin : origins) {
            Mark.Ticks here = ticks.with(numbers.getOrDefault(origin, Bits.of(List.of())));
            if (here.numbers().isEmpty()
                    && here.reached(open.getOrDefault(origin, here.numbers())).isEmpty()) {
                continue;
            }
            tick(unit, origin, here);
            all++;
        }
        if (all == 0) {
            throw Rejected.field("numbers", "household.problem.mark.nobody");
        }
    }

    /** How far a household was reached in a year by a service, at most. */
    public record Reached(int year, Mark.Service service, Mark.Depth depth) {}
}

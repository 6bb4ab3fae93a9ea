package vn.toam.household;

import static vn.toam.household.HouseholdPermissions.HOUSEHOLD_FIGURES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.household.HouseholdRepository.Wanted;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Subject;
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
        desk.mayKeep(unit);
        int province = desk.province(unit);
        if (!villages.origins(unit, ticks.on()).containsKey(village)) {
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
        desk.mayKeep(unit);
        int province = desk.province(unit);
        Mark mark = marks.find(province, id)
                .filter(each -> villages.origins(unit, desk.today()).containsKey(each.village()))
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
        access.require(HOUSEHOLD_FIGURES, Subject.of(unit));
        int province = desk.province(unit);
        Map<UUID, Village> origins = villages.origins(unit, day);
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
        desk.mayKeep(unit);
        if (!villages.origins(unit, desk.today()).containsKey(village)) {
            throw new NotFound("village " + village);
        }
        return marks.list(desk.province(unit), village, year);
    }
}

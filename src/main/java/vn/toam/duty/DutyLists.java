package vn.toam.duty;

import static vn.toam.assignment.DutyPermissions.TASK_REPORT;
import static vn.toam.assignment.DutyPermissions.TASK_URGE;
import static vn.toam.plan.PlanPermissions.PLAN_READ;
import static vn.toam.unit.UnitPermissions.UNIT_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyFilter;
import vn.toam.assignment.DutyStatistics;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.geography.Origin;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.Slice;
import vn.toam.shared.Text;
import vn.toam.shared.VietnameseOrder;
import vn.toam.unit.Geographies;

/** Lists and counts of duties: those that one's own agency owes, and those that the plans of one's own unit give. */
@Service
public class DutyLists {

    /** Most duties that one act may concern. */
    public static final int MOST = 5000;

    private static final int LONGEST_LATE = 2000;

    private final DutyListRepository lists;
    private final Geographies geographies;
    private final DutyDesk desk;
    private final Addressees addressees;
    private final WorkDays days;
    private final Access access;
    private final Clock clock;

    DutyLists(
            DutyListRepository lists,
            Geographies geographies,
            DutyDesk desk,
            Addressees addressees,
            Catalog catalog,
            Access access,
            Clock clock) {
        this.lists = lists;
        this.geographies = geographies;
        this.desk = desk;
        this.addressees = addressees;
        this.days = catalog.workDays();
        this.access = access;
        this.clock = clock;
    }

    /** What the list may be narrowed to. */
    public record Choices(List<Agency> agencies, Map<UUID, Text> plans) {}

    /** An agency with how many duties of a list it owes; {@code late}: working days that the oldest is overdue. */
    public record Owing(Agency agency, int duties, int late) {}

    /** What happened to given duties since a day: done, newly overdue, newly blocked. */
    public record Since(LocalDate day, int done, int late, int blocked) {}

    @Transactional(readOnly = true)
    public Since since(LocalDate day) {
        return lists.since(scope(DutyFilter.of(DutyFilter.Side.GIVEN, DutyFilter.Show.ALL)), day);
    }

    /** The units whose plans count as one's own: the unit and those it took over from. */
    @Transactional(readOnly = true)
    public List<Integer> held(int unit) {
        access.require(UNIT_READ);
        return takenOver(unit);
    }

    private List<Integer> takenOver(int unit) {
        return Arrays.stream(geographies.madeOf(unit, Origin.ENDED)).boxed().toList();
    }

    /** One page of the list. */
    @Transactional(readOnly = true)
    public Slice<Duty> page(DutyFilter filter) {
        Slice<Duty> found = lists.page(scope(filter));
        return new Slice<>(desk.readable(found.items()), found.number(), found.size(), found.total());
    }

    /** The whole list in its order, for a file; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<Duty> all(DutyFilter filter) {
        return desk.readable(lists.listed(scope(filter), 0, MOST));
    }

    @Transactional(readOnly = true)
    public int count(DutyFilter filter) {
        return lists.count(scope(filter));
    }

    /** How many are in each of these states. */
    @Transactional(readOnly = true)
    public Map<DutyFilter.Show, Integer> counts(DutyFilter filter, DutyFilter.Show... states) {
        return lists.counts(scope(filter), List.of(states));
    }

    /** Every duty of the list, for an act on all of them; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<UUID> ids(DutyFilter filter) {
        return lists.ids(scope(filter), MOST);
    }

    /** The four boxes of everything on the list but its state. */
    @Transactional(readOnly = true)
    public DutyStatistics boxes(DutyFilter filter) {
        return lists.boxes(scope(filter.with(DutyFilter.Show.ALL)));
    }

    /** Who owes most of a list. */
    @Transactional(readOnly = true)
    public List<Owing> owing(DutyFilter filter, int most) {
        LocalDate today = LocalDate.now(clock);
        List<DutyListRepository.Owing> found = lists.byAgency(scope(filter), most);
        Map<Integer, Agency> named = addressees.byId(
                found.stream().map(DutyListRepository.Owing::agency).toList());
        return found.stream()
                .filter(one -> named.containsKey(one.agency()))
                .map(one -> new Owing(
                        java.util.Objects.requireNonNull(named.get(one.agency())),
                        one.duties(),
                        days.between(one.oldest(), today)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Choices choices(DutyFilter filter) {
        DutyListRepository.Scope scope = scope(filter);
        Collection<Agency> agencies = addressees.byId(lists.agencies(scope)).values();
        return new Choices(
                agencies.stream()
                        .sorted(Comparator.comparing(agency -> agency.fullName().vi(), VietnameseOrder.NAMES))
                        .toList(),
                lists.plans(scope));
    }

    /** The agencies that owe some duties, by id. */
    @Transactional(readOnly = true)
    public Map<Integer, Agency> agencies(List<Duty> listed) {
        access.require(PLAN_READ);
        return addressees.byId(listed.stream().map(Duty::agency).distinct().toList());
    }

    private DutyListRepository.Scope scope(DutyFilter filter) {
        Me me = access.me();
        boolean mine = filter.side() == DutyFilter.Side.MINE;
        if (!(mine ? me.may(TASK_REPORT) : me.may(TASK_URGE))) {
            throw new NotAllowed();
        }
        LocalDate today = LocalDate.now(clock);
        Integer late = filter.late();
        LocalDate counted = days.works(today) ? today : days.plus(today, -1);
        LocalDate latest = late == null || late < 1 ? null : days.plus(counted, -Math.min(late, LONGEST_LATE));
        return new DutyListRepository.Scope(
                filter, mine ? desk.own() : List.of(), mine ? List.of() : takenOver(me.unit()), today, latest);
    }
}

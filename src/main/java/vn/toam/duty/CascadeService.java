package vn.toam.duty;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.assignment.Coverage;
import vn.toam.assignment.TargetGap;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.ElementState;
import vn.toam.plancontent.Matching;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.Target;
import vn.toam.shared.Access;
import vn.toam.shared.Me;
import vn.toam.shared.NotAllowed;
import vn.toam.unit.Successions;
import vn.toam.unit.UnitService;

/**
 * From a plan to the plans that make it concrete (cụ thể hóa): drafts one's own from what the upper plan asks, and shows what lower plans
 * leave out or set weaker.
 */
@Service
public class CascadeService {

    /** Tasks whose words agree less than this are different tasks. */
    private static final double SAME = 0.6;

    private final PlanService plans;
    private final CascadeRepository cascade;
    private final AgencyService agencies;
    private final Addressees addressees;
    private final UnitService units;
    private final Successions successions;
    private final Access access;
    private final Clock clock;

    CascadeService(
            PlanService plans,
            CascadeRepository cascade,
            AgencyService agencies,
            Addressees addressees,
            UnitService units,
            Successions successions,
            Access access,
            Clock clock) {
        this.plans = plans;
        this.cascade = cascade;
        this.agencies = agencies;
        this.addressees = addressees;
        this.units = units;
        this.successions = successions;
        this.access = access;
        this.clock = clock;
    }

    /** An agency that should have a plan of its own. */
    public record Planner(Agency agency, boolean has) {}

    /**
     * Drafts the plan of one's own agency below {@code upper}: its targets, and the tasks it gives to that agency or unit.
     *
     * @throws NotAllowed unless {@link #mayDraft}: a plan is made concrete by those below it, or whom it binds
     */
    @Transactional
    public UUID draftLower(UUID upperId) {
        Me me = access.require(PLAN_DRAFT);
        Plan upper = plans.get(upperId);
        if (!mayDraft(me, upper)) {
            throw new NotAllowed();
        }
        Integer agency = upper.unit() == me.unit() ? me.agency() : null;
        List<UUID> given = cascade.given(upperId, me.unit(), agency);
        return plans.draftBelow(upperId, Set.copyOf(given), agencies.find(me.agency()));
    }

    /** May the account asking draft its own plan below this one? */
    @Transactional(readOnly = true)
    public boolean mayDraft(UUID upperId) {
        return mayDraft(access.me(), plans.get(upperId));
    }

    private boolean mayDraft(Me me, Plan upper) {
        return me.may(PLAN_DRAFT)
                && (below(me.unit(), upper.unit())
                        || !cascade.given(upper.id(), me.unit(), null).isEmpty());
    }

    /** Whether a unit, or one it was formed from, lies in {@code upper}, or lay there when that ended. */
    private boolean below(int unit, int upper) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = units.find(upper).validity().last();
        LocalDate day = last == null || today.isBefore(last) ? today : last;
        return Stream.concat(
                        Stream.of(unit),
                        successions.predecessors(unit).stream()
                                .map(link -> link.unit().id()))
                .anyMatch(each -> units.isWithin(each, upper, day));
    }

    /** For each plan below {@code upper}, in force or drafted, what it leaves out or sets weaker. */
    @Transactional(readOnly = true)
    public List<Coverage> coverage(UUID upperId) {
        access.require(PLAN_READ);
        Plan upper = plans.get(upperId);
        List<Target> asked = plans.targets(upperId);
        List<Element> tasks = plans.elements(upperId);
        return plans.lower(upperId).stream()
                .map(lower -> coverage(upper, lower, asked, tasks))
                .toList();
    }

    private Coverage coverage(Plan upper, Plan lower, List<Target> asked, List<Element> tasks) {
        List<Element> kept = plans.elements(lower.id()).stream()
                .filter(e -> e.state() == ElementState.ACCEPTED)
                .toList();
        Integer agency = upper.unit() == lower.unit() ? lower.leadAgency() : null;
        Set<UUID> given = new HashSet<>(cascade.given(upper.id(), lower.unit(), agency));
        List<Element> missing = tasks.stream()
                .filter(t -> given.contains(t.id()) && kept.stream().noneMatch(k -> same(t, k)))
                .toList();
        return new Coverage(lower, gaps(asked, plans.targets(lower.id())), missing);
    }

    private static boolean same(Element a, Element b) {
        return Matching.alike(a.item().text().vi(), b.item().text().vi()) >= SAME;
    }

    /** Targets of the upper plan that no target of the lower plan meets, with the nearest one it has. */
    static List<TargetGap> gaps(List<Target> asked, List<Target> set) {
        List<TargetGap> gaps = new ArrayList<>();
        for (Target upper : asked) {
            List<Target> alike =
                    set.stream().filter(lower -> about(upper, lower)).toList();
            if (alike.stream().allMatch(lower -> TargetGap.weaker(upper, lower))) {
                gaps.add(new TargetGap(upper, alike.isEmpty() ? null : alike.getFirst()));
            }
        }
        return gaps;
    }

    private static boolean about(Target a, Target b) {
        if (a.indicator() != null || b.indicator() != null) {
            return Objects.equals(a.indicator(), b.indicator()) && (a.trend() == null) == (b.trend() == null);
        }
        return Matching.alike(a.text().vi(), b.text().vi()) >= SAME;
    }

    /** Agencies that the plan asks for a plan of their own; those without one first. */
    @Transactional(readOnly = true)
    public List<Planner> planners(UUID plan) {
        access.require(PLAN_READ);
        List<CascadeRepository.Planner> asked = cascade.planners(plan);
        Map<Integer, Agency> named = addressees.byId(
                asked.stream().map(CascadeRepository.Planner::agency).toList());
        return asked.stream()
                .filter(p -> named.containsKey(p.agency()))
                .map(p -> new Planner(Objects.requireNonNull(named.get(p.agency())), p.has()))
                .toList();
    }
}

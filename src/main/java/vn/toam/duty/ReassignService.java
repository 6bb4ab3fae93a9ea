package vn.toam.duty;

import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.agency.Agency;
import vn.toam.agency.AgencyService;
import vn.toam.assignment.DutyAction;
import vn.toam.assignment.DutyNews;
import vn.toam.audit.Audit;
import vn.toam.plan.PlanHistory;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Change;
import vn.toam.plancontent.Element;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;
import vn.toam.shared.NotFound;
import vn.toam.shared.Rejected;
import vn.toam.shared.SearchWords;

/** Gives a task of a plan in force to another agency, or to the first one when nobody had it. What was done stays with who did it. */
@Service
public class ReassignService {

    private static final int FOUND = 20;

    private final PlanService plans;
    private final PlanHistory history;
    private final PlanChangeRepository changes;
    private final PlanChanges following;
    private final DutyOpening opening;
    private final DutyTrail trail;
    private final AgencyService agencies;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ReassignService(
            PlanService plans,
            PlanHistory history,
            PlanChangeRepository changes,
            PlanChanges following,
            DutyOpening opening,
            DutyTrail trail,
            AgencyService agencies,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.history = history;
        this.changes = changes;
        this.following = following;
        this.opening = opening;
        this.trail = trail;
        this.agencies = agencies;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** May the account asking give tasks of the plan to others? */
    @Transactional(readOnly = true)
    public boolean may(UUID planId) {
        Plan plan = plans.get(planId);
        return plan.inForce() && access.allows(PLAN_ISSUE, plan);
    }

    /** The agencies that have a task. */
    @Transactional(readOnly = true)
    public List<Agency> holders(UUID planId, UUID elementId) {
        element(planId, elementId);
        return agencies.findAll(changes.holders(elementId));
    }

    /** Agencies of today by name, to whom the task may be given. */
    @Transactional(readOnly = true)
    public List<Agency> search(String words) {
        access.require(PLAN_READ);
        return words.isBlank() ? List.of() : agencies.search(SearchWords.of(words), FOUND);
    }

    /**
     * Gives a task to another agency.
     *
     * @param from who has it; null: for whom nobody was found so far
     * @throws Rejected when no reason is given, {@code from} does not have it, or {@code to} does not exist today or has it already
     */
    @Transactional
    public void reassign(UUID planId, UUID elementId, @Nullable Integer from, int to, String reason) {
        Plan plan = plans.get(planId);
        access.require(PLAN_ISSUE, plan);
        if (!plan.inForce()) {
            throw Rejected.because("plan.amend.notInForce");
        }
        Element element = element(planId, elementId);
        DutyTrail.reason("reason", reason);
        Agency heir = agencies.findAll(List.of(to)).stream()
                .filter(a -> a.validity().on(LocalDate.now(clock)))
                .findFirst()
                .orElseThrow(() -> Rejected.field("to", "plan.receivers.gone"));
        if (changes.holders(elementId).contains(to)) {
            throw Rejected.field("to", "duty.reassign.has", heir.fullName());
        }
        List<UUID> held = changes.held(elementId, from);
        if (held.isEmpty()) {
            throw Rejected.field("from", "duty.reassign.notHeld");
        }
        changes.give(held, from, to);
        String before = from == null ? "–" : agencies.find(from).fullName().vi();
        if (from == null) {
            int year = plan.clamp(LocalDate.now(clock).getYear());
            opening.openYear(plan, plans.elements(planId), year);
        } else {
            pass(held, from, to, reason);
        }
        note(plan, element, before + " → " + heir.fullName().vi(), reason);
    }

    private void note(Plan plan, Element element, String passed, String reason) {
        Change.Line line = new Change.Line(
                Change.What.CHANGED,
                element.kind(),
                element.ref(),
                element.item().text(),
                element.item().text(),
                passed);
        history.note(plan.id(), Change.Kind.REASSIGNED, reason, null, List.of(line));
        audit.record(
                "duty.audit.REASSIGN",
                "plan",
                plan.id(),
                Map.of("element", element.id(), "change", passed, "reason", reason.strip()));
    }

    private void pass(Collection<UUID> held, int from, int to, String reason) {
        List<UUID> open = changes.openOf(held, from);
        List<UUID> opened = changes.passOn(open, to);
        following.cancel(open, DutyAction.REASSIGN, reason);
        trail.note(opened, DutyAction.REASSIGN, reason);
        trail.tell(DutyNews.What.GIVEN, opened, reason);
    }

    private Element element(UUID planId, UUID elementId) {
        return plans.elements(planId).stream()
                .filter(e -> e.id().equals(elementId))
                .findFirst()
                .orElseThrow(() -> new NotFound("element " + elementId));
    }
}

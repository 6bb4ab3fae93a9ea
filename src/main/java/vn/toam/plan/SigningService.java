package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;
import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;
import static vn.toam.plan.PlanPermissions.PLAN_READ;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.audit.Audit;
import vn.toam.plancontent.Change;
import vn.toam.plancontent.IssueForm;
import vn.toam.plancontent.Plan;
import vn.toam.plancontent.PlanStatus;
import vn.toam.shared.Access;
import vn.toam.shared.Conflict;
import vn.toam.shared.Rejected;

/** From who drafted a plan to who issues it, and back. */
@Service
public class SigningService {

    /**
     * Where a draft stands on its way to its signature.
     *
     * @param needsLeader the account asking drafts, and a leader of the unit signs
     * @param maySign it may issue the draft as it stands
     * @param returned why it was returned last; null when it was not
     */
    public record Way(
            boolean needsLeader, boolean maySign, @Nullable Change returned) {}

    private static final int LONGEST = 1_000;

    private final PlanService plans;
    private final PlanRepository repository;
    private final ChangeRepository changes;
    private final PlanIssuing issuing;
    private final PlanHistory history;
    private final Signing signing;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    SigningService(
            PlanService plans,
            PlanRepository repository,
            ChangeRepository changes,
            PlanIssuing issuing,
            PlanHistory history,
            Signing signing,
            Access access,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.repository = repository;
        this.changes = changes;
        this.issuing = issuing;
        this.history = history;
        this.signing = signing;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Has the account asking to submit the plan to a leader instead of issuing it? */
    @Transactional(readOnly = true)
    public boolean needsLeader(UUID planId) {
        return signing.needsLeader(plans.get(planId));
    }

    /** May the account asking issue the plan as it stands, or return it? */
    @Transactional(readOnly = true)
    public boolean maySign(UUID planId) {
        Plan plan = plans.get(planId);
        return plan.draft() && access.allows(PLAN_ISSUE, plan) && !signing.needsLeader(plan);
    }

    /** Drafts of one's own unit that wait for the signature of the account asking, oldest first. */
    @Transactional(readOnly = true)
    public List<Plan> waiting() {
        access.require(PLAN_READ);
        return repository.submitted().stream()
                .filter(plan -> access.allows(PLAN_ISSUE, plan) && !signing.needsLeader(plan))
                .toList();
    }

    /** Why the draft was returned last; null when it was not, or was submitted since. */
    @Transactional(readOnly = true)
    public @Nullable Change returned(UUID planId) {
        plans.get(planId);
        List<Change> all = changes.of(planId);
        return all.isEmpty() || all.getFirst().kind() != Change.Kind.RETURNED ? null : all.getFirst();
    }

    /** Submits a checked draft for signature. @throws Rejected for everything that would keep it from being issued */
    @Transactional
    public void submit(UUID planId, IssueForm form) {
        Plan plan = plans.get(planId);
        access.require(PLAN_DRAFT, plan);
        PlanService.checkOpen(plan);
        issuing.prepare(plan, form);
        pass(plans.get(planId), PlanStatus.SUBMITTED, form.standing().strip(), form.periodFrom(), form.periodTo());
        history.note(planId, Change.Kind.SUBMITTED, "", null, List.of());
        audit.record("plan.audit.submit", "plan", planId, Map.of("number", form.number()));
    }

    /** Submits a checked amendment for signature. */
    @Transactional
    public void submitAmendment(UUID planId) {
        Plan plan = plans.get(planId);
        access.require(PLAN_DRAFT, plan);
        PlanService.checkOpen(plan);
        pass(plan, PlanStatus.SUBMITTED, plan.standingAgency(), plan.periodFrom(), plan.periodTo());
        history.note(planId, Change.Kind.SUBMITTED, "", null, List.of());
        audit.record("plan.audit.submit", "plan", planId, Map.of());
    }

    /** Returns a submitted draft to be worked on; a leader says why, who submitted it may take it back without a word. */
    @Transactional
    public void giveBack(UUID planId, String reason) {
        Plan plan = plans.get(planId);
        boolean drafter = access.allows(PLAN_DRAFT, plan);
        if (!drafter) {
            access.require(PLAN_ISSUE, plan);
        }
        if (plan.status() != PlanStatus.SUBMITTED) {
            throw Rejected.because("plan.sign.notSubmitted");
        }
        if (reason.isBlank() && !drafter) {
            throw Rejected.field("reason", "plan.sign.reason.missing");
        }
        if (reason.length() > LONGEST) {
            throw Rejected.field("reason", "plan.change.reason.long", LONGEST);
        }
        pass(plan, PlanStatus.DRAFT, plan.standingAgency(), plan.periodFrom(), plan.periodTo());
        history.note(planId, Change.Kind.RETURNED, reason, null, List.of());
        audit.record("plan.audit.return", "plan", planId, Map.of("reason", reason.strip()));
    }

    private void pass(
            Plan plan, PlanStatus to, @Nullable String standing, @Nullable Integer from, @Nullable Integer last) {
        if (!repository.pass(
                plan,
                to,
                plan.leadAgency(),
                standing,
                from == null ? plan.periodFrom() : from,
                last == null ? plan.periodTo() : last,
                clock.instant())) {
            throw new Conflict("plan " + plan.id());
        }
    }
}

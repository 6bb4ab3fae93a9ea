package vn.toam.plan;

import static vn.toam.plan.PlanPermissions.PLAN_DRAFT;
import static vn.toam.plan.PlanPermissions.PLAN_ISSUE;

import org.springframework.stereotype.Component;
import vn.toam.plancontent.Plan;
import vn.toam.shared.Access;
import vn.toam.shared.Rejected;

/** Who drafts does not issue alone: where the unit has a leader's account, that one signs. */
@Component
class Signing {

    private final Access access;

    Signing(Access access) {
        this.access = access;
    }

    /** True when the account asking drafts for the plan's unit and somebody there signs. */
    boolean needsLeader(Plan plan) {
        return access.allows(PLAN_DRAFT, plan) && access.othersHold(PLAN_ISSUE, PLAN_DRAFT, plan.unit());
    }

    /** @throws Rejected when a leader has to do it */
    void check(Plan plan) {
        if (needsLeader(plan)) {
            throw Rejected.because("plan.sign.leader");
        }
    }
}

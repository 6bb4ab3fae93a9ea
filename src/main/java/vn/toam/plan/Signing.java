package vn.toam.plan;

import org.springframework.stereotype.Component;
import vn.toam.shared.Access;
import vn.toam.shared.Permission;
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
        return access.allows(Permission.PLAN_DRAFT, plan.unit())
                && access.othersHold(Permission.PLAN_ISSUE, Permission.PLAN_DRAFT, plan.unit());
    }

    /** @throws Rejected when a leader has to do it */
    void check(Plan plan) {
        if (needsLeader(plan)) {
            throw Rejected.because("plan.sign.leader");
        }
    }
}

package vn.toam.plan;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with plans. */
@Component
public final class PlanPermissions implements ModulePermissions {

    /** Reading plans: everybody's, because a lower unit must read the plans above it. */
    public static final Permission PLAN_READ = new Permission("PLAN_READ");

    /** Drawing up and changing a draft, choosing how targets are measured. */
    public static final Permission PLAN_DRAFT = new Permission("PLAN_DRAFT");

    /** Putting a plan in force, amending it, taking it back. */
    public static final Permission PLAN_ISSUE = new Permission("PLAN_ISSUE");

    /** Writing the report of a plan. */
    public static final Permission REPORT_WRITE = new Permission("REPORT_WRITE");

    @Override
    public Set<Permission> openToAll() {
        return Set.of(PLAN_READ);
    }
}

package vn.toam.assignment;

import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** What may be allowed with duties. */
@Component
public final class DutyPermissions implements ModulePermissions {

    /** Reporting what came of a duty of one's own. */
    public static final Permission TASK_REPORT = new Permission("TASK_REPORT");

    /** Following and urging the duties and returns of others. */
    public static final Permission TASK_URGE = new Permission("TASK_URGE");

    /** Confirming what was reported, deciding about time and course. */
    public static final Permission TASK_CONFIRM = new Permission("TASK_CONFIRM");

    /** Deciding who takes over what an ended agency owed. */
    public static final Permission SUCCESSION_CONFIRM = new Permission("SUCCESSION_CONFIRM");
}
